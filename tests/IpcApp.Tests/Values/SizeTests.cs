using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using IpcApp.Internal.Wire;

namespace IpcApp.Tests.Values;

/// <summary>Values of every size cross between C# and a real Node, and cost their own bytes a few times at most (S124).</summary>
public sealed class SizeTests(NodePeer node) : IClassFixture<NodePeer>
{
    private const int Largest = 64 * 1024 * 1024;

    /// <summary>What else a message takes: tables, texts, the smallest buffers of the pool.</summary>
    private const long Slack = 1024 * 1024;

    public static TheoryData<int> Sizes { get; } = new(
        [0, 1, 63, 64, 65, 8191, 8192, 65535, 65536, 65537, (256 * 1024) + 3, (3 * 1024 * 1024) + 1, Largest]);

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Bytes_of_csharp_arrive(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        Assert.Equal($"Uint8Array {size}/{size} {Hash(bytes)}", node.Hash(Codec.WriteTyped(bytes)));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Bytes_of_node_arrive_alone(int size)
    {
        var payload = node.Evaluate($"Buffer.alloc({size} + 7, 'abc').subarray(3, {size} + 3)");
        Assert.InRange(payload.Length, size, size + 32);
        var bytes = Codec.Bind<byte[]>(Codec.Read(payload))!;
        Assert.Equal(size, bytes.Length);
        Assert.True(bytes.AsSpan().SequenceEqual(Pattern(size)));
        Assert.True(Codec.Read(Codec.WithVersion(payload, 16)).AsBytes().Span.SequenceEqual(bytes));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void An_array_buffer_crosses_both_ways(int size)
    {
        var value = Codec.Read(node.Evaluate($"Uint8Array.from(Buffer.alloc({size}, 'abc')).buffer"));
        Assert.True(value.AsBytes().Span.SequenceEqual(Pattern(size)));
        Assert.Equal("same", node.CompareWithLast(Codec.Write(value)));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Text_of_one_byte_a_character_crosses_both_ways(int size) => TextCrosses("\u00e9", size);

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Text_of_two_bytes_a_character_crosses_both_ways(int size) => TextCrosses("\u20ac", size / 2);

    [Fact]
    public void Reading_64_megabytes_costs_one_copy()
    {
        var payload = Codec.WriteTyped(new byte[Largest]);
        Assert.InRange(Allocated(() => Codec.Read(payload)), Largest, Largest + Slack);
    }

    [Fact]
    public void Writing_64_megabytes_costs_one_copy_in_a_pooled_buffer()
    {
        var bytes = new byte[Largest];
        Assert.InRange(Allocated(() => WriteAndReturn(bytes)), 0, 2L * Largest + Slack);
    }

    /// <summary>In the stream, and from there to the message: each in a pooled buffer that may have doubled.</summary>
    [Fact]
    public void Writing_a_text_of_64_megabytes_costs_two_copies_in_pooled_buffers()
    {
        var text = new string('x', Largest);
        Assert.InRange(Allocated(() => WriteAndReturn(text)), 0, 4L * Largest + Slack);
    }

    private static void WriteAndReturn<T>(T value)
    {
        using var output = new PayloadWriter();
        Codec.Serializer.Write(output, value);
        Assert.InRange(output.WrittenMemory.Length, Largest, Largest + 64);
    }

    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[] Pattern(int size)
    {
        var expected = new byte[size];
        for (var i = 0; i < size; i++)
        {
            expected[i] = "abc"u8[i % 3];
        }

        return expected;
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private void TextCrosses(string unit, int length)
    {
        var payload = node.Evaluate(string.Create(CultureInfo.InvariantCulture, $"'{unit}'.repeat({length})"));
        var text = Codec.Read(payload).AsString();
        Assert.Equal(new string(unit[0], length), text);
        Assert.Equal($"string {length} {Hash(MemoryMarshal.AsBytes<char>(text))}", node.Hash(Codec.Write(text)));
    }
}
