using System.Globalization;
using System.Security.Cryptography;
using IpcApp.Values.Internal;

namespace IpcApp.Tests.Values;

/// <summary>A real V8 decides what is right: it writes, C# reads and writes, it reads again and compares.</summary>
public sealed class DifferentialTests(NodePeer node) : IClassFixture<NodePeer>
{
    private const int DefaultRandomValues = 3000;

    private static readonly int RandomValueCount = Environment.GetEnvironmentVariable("IPCAPP_VALUES") is { Length: > 0 } count
        ? int.Parse(count, CultureInfo.InvariantCulture)
        : DefaultRandomValues;

    [Theory]
    [MemberData(nameof(JavaScriptExpressions.Cloneable), MemberType = typeof(JavaScriptExpressions))]
    public void Node_writes_and_reads_back_what_csharp_read_and_wrote(string expression) => RoundTrip(node.Evaluate(expression));

    /// <summary>Their content lives where cloning does not look; Node's own structuredClone, unlike Electron's, says so.</summary>
    [Theory]
    [InlineData("new URL('https://example.test/')")]
    [InlineData("new Headers()")]
    [InlineData("new AbortController().signal")]
    public void Objects_that_node_implements_in_javascript_become_plain(string expression)
        => Assert.IsType<IpcObject>(Codec.Read(node.Evaluate(expression)));

    [Theory]
    [MemberData(nameof(JavaScriptExpressions.Uncloneable), MemberType = typeof(JavaScriptExpressions))]
    public void What_electron_refuses_is_refused_with_its_text(string expression)
    {
        var refusal = Assert.Throws<PeerException>(() => node.Evaluate(expression));
        Assert.Equal("An object could not be cloned.", refusal.Message);
    }

    [Fact]
    public void Random_values_of_node_survive()
    {
        for (var seed = 0; seed < RandomValueCount; seed++)
        {
            RoundTrip(node.Random(seed), $"seed {seed}: ");
        }
    }

    [Fact]
    public void Random_values_of_csharp_arrive_as_they_are()
    {
        for (var seed = 0; seed < RandomValueCount; seed++)
        {
            var value = new RandomValues(seed).Next();
            var payload = Codec.Write(value);
            Assert.True(IpcValue.DeepEquals(value, Codec.Read(payload)), $"seed {seed} does not read back");
            Assert.Equal($"seed {seed}: {Canonical.Describe(value)}", $"seed {seed}: {node.Describe(payload)}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(65537)]
    [InlineData((256 * 1024) + 3)]
    [InlineData((3 * 1024 * 1024) + 1)]
    public void Bytes_of_every_size_cross_and_bring_nothing_along(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Assert.Equal($"Uint8Array {size}/{size} {hash}", node.Hash(Codec.WriteTyped(bytes)));

        var back = node.Evaluate($"Buffer.alloc({size} + 7, 'abc').subarray(3, {size} + 3)");
        Assert.Equal(Enumerable.Range(0, size).Select(i => (byte)"abc"[i % 3]), Codec.Bind<byte[]>(Codec.Read(back))!);
        Assert.InRange(back.Length, size, size + 32);
        RoundTrip(back);
    }

    [Theory]
    [InlineData("'{0}'.repeat({1})", "x")]
    [InlineData("'{0}'.repeat({1})", "€")]
    public void Strings_of_every_size_cross(string expression, string unit)
    {
        foreach (var size in new[] { 0, 1, 63, 64, 65, 8191, 8192, 65535, 65536, 65537, (256 * 1024) + 3, (3 * 1024 * 1024) + 1 })
        {
            var payload = node.Evaluate(string.Format(CultureInfo.InvariantCulture, expression, unit, size));
            Assert.Equal(string.Concat(Enumerable.Repeat(unit, size)), Codec.Read(payload).AsString());
            RoundTrip(payload);
        }
    }

    /// <summary>V8 writes nothing at all in its place, so what arrives is damaged: S121 says not to send one.</summary>
    [Theory]
    [InlineData("{0}")]
    [InlineData("[{0}]")]
    [InlineData("({{ a: {0}, b: 'c', d: 1 }})")]
    public void A_wasm_module_is_refused_when_it_arrives(string around)
    {
        const string module = "new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))";
        var payload = node.Evaluate(string.Format(CultureInfo.InvariantCulture, around, module));
        Assert.Throws<IpcCloneException>(() => Codec.Read(payload));
    }

    private void RoundTrip(byte[] payload, string context = "")
    {
        var value = Codec.Read(payload);
        Assert.Equal(context + node.DescribeLast(), context + Canonical.Describe(value));
        Assert.Equal(context + "same", context + node.CompareWithLast(Codec.Write(value)));
        Assert.True(IpcValue.DeepEquals(value, Codec.Read(Codec.AsVersion16(payload))), context + "version 16 differs");
    }
}
