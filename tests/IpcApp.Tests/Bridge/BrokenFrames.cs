using static IpcApp.Tests.Bridge.Frames;

namespace IpcApp.Tests.Bridge;

/// <summary>Sequences of frames that break a rule, with words of the reason that must be given. Both sides are tested with them.</summary>
internal static class BrokenFrames
{
    private const int MaxChunk = 262_128;

    private static readonly Dictionary<string, (byte[] Bytes, string Reason)> All = new()
    {
        ["length below the header"] = (Frame(1, [], length: 11), "announces 15 bytes"),
        ["length over the largest"] = (Frame(1, [], length: 262_141), "announces 262145 bytes"),
        ["length of 4 GiB"] = (Frame(1, [], length: uint.MaxValue), "are possible"),
        ["unknown flag"] = (Frame(1, [], flags: 11), "unknown flags"),
        ["reserved bits"] = (Frame(1, [], reserved: 1), "unknown flags"),
        ["chunk without a first"] = (Frame(1, [1], flags: 0), "belongs to no message"),
        ["last chunk without a first"] = (Frame(1, [1], flags: Last), "belongs to no message"),
        ["first chunk without bytes"] = (Frame(1, Announcing(9, 0), flags: First), "has no bytes"),
        ["total in the first chunk"] = (Frame(1, Announcing(9, 9), flags: First), "yet goes on"),
        ["total over the limit"] = (Frame(1, Announcing(1 << 30, 9), flags: First), "over the limit"),
        ["second message in a lane"] = (Open([.. Frame(1, [1])]), "before the one before it has ended"),
        ["second large message in a lane"] = (Open(Frame(1, Announcing(9, 1), flags: First)), "before the one before it has ended"),
        ["other kind in a message"] = (Open(Frame(2, [1], flags: 0)), "another kind or id"),
        ["other id in a message"] = (Open(Frame(1, [1], flags: 0, id: 7)), "another kind or id"),
        ["empty chunk"] = (Open(Frame(1, [], flags: 0)), "do not add up"),
        ["more than announced"] = (Open(Frame(1, new byte[10], flags: Last)), "do not add up"),
        ["last before the total"] = (Open(Frame(1, [1], flags: Last)), "do not add up"),
        ["total without last"] = (Open(Frame(1, new byte[8], flags: 0)), "do not add up"),
        ["own kind in a lane"] = (Frame(Goodbye, [], lane: 1), "must be complete in itself"),
        ["own kind without a place"] = (Frame(Hello, []), "has no place"),
        ["unknown own kind"] = (Frame(0xF9, []), "has no place"),
        ["too many messages under way"] = (InLanes(5, Announcing(9, 1)), "More than 4 messages"),
        ["too many bytes under way"] = (InLanes(4, Announcing(900_000, MaxChunk - 4)), "More than 1000000 bytes"),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public static (byte[] Bytes, string Reason) Get(string name) => All[name];

    private static byte[] InLanes(int lanes, byte[] first) =>
        [.. Enumerable.Range(0, lanes).SelectMany(lane => Frame(1, first, First, (uint)lane))];

    /// <summary>One of 9 bytes, of which the first has come.</summary>
    private static byte[] Open(byte[] then) => [.. Frame(1, Announcing(9, 1), flags: First), .. then];
}
