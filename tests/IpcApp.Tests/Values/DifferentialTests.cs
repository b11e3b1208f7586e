using System.Globalization;

namespace IpcApp.Tests.Values;

/// <summary>A real V8 decides what is right: it writes, C# reads and writes, it reads again and compares.</summary>
public sealed class DifferentialTests(NodePeer node) : IClassFixture<NodePeer>
{
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

    private void RoundTrip(byte[] payload)
    {
        var value = Codec.Read(payload);
        Assert.All(
            new byte[] { 13, 14, 15, 16 },
            version => Assert.Equal(node.DescribeLast(), Canonical.Describe(Codec.Read(Codec.WithVersion(payload, version)))));
        Assert.Equal("same", node.CompareWithLast(Codec.Write(value)));
    }
}
