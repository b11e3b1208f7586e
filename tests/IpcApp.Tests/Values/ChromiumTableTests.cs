namespace IpcApp.Tests.Values;

/// <summary>
/// The whole table in bytes of version 16 that a Chromium wrote: C# reads from them what Node, evaluating the same expression, clones.
/// </summary>
public sealed class ChromiumTableTests(NodePeer node) : IClassFixture<NodePeer>
{
    public static Dictionary<string, byte[]> Streams { get; } = Fixture.Lines("chromium-v16-table.txt")
        .Select(line => line.Split(' ', 2))
        .ToDictionary(parts => parts[1], parts => Convert.FromHexString(parts[0]));

    public static TheoryData<string> Expressions => new(Streams.Keys);

    [Theory]
    [MemberData(nameof(Expressions))]
    public void What_chromium_wrote_is_what_node_clones(string expression)
    {
        node.Evaluate(expression);
        Assert.Equal(16, Streams[expression][1]);
        var value = Codec.Read(Fixture.ToPayload(Streams[expression]));
        Assert.Equal(node.DescribeLast(), Canonical.Describe(value));
        Assert.Equal(Canonical.Describe(value), node.Describe(Codec.Write(value)));
    }

    [Fact]
    public void The_table_is_complete() => Assert.Equal(Fixture.Lines("cloneable.txt"), Streams.Keys);
}
