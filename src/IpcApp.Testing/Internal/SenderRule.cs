using System.Text.Json;

namespace IpcApp.Testing.Internal;

/// <summary>One of the sender policies of a channel, as Electron gets it.</summary>
internal sealed record SenderRule(bool AnySender, bool SubFrames, IReadOnlyList<string> Origins)
{
    public static SenderRule OwnMainFrame { get; } = new(AnySender: false, SubFrames: false, []);

    public static SenderRule Read(JsonElement policy) => new(
        policy.GetProperty("anySender").GetBoolean(),
        policy.GetProperty("subFrames").GetBoolean(),
        [.. policy.GetProperty("origins").EnumerateArray().Select(origin => origin.GetString()!)]);

    public bool Allows(bool isMainFrame, string origin, HashSet<string> ownOrigins)
        => AnySender || ((SubFrames || isMainFrame) && (ownOrigins.Contains(origin) || Origins.Contains(origin)));
}
