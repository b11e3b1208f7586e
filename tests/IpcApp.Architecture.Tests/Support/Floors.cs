namespace IpcApp.Architecture.Tests.Support;

/// <summary>The order of the folders of <c>src/IpcApp/Internal</c>, and what breaks it.</summary>
internal static class Floors
{
    /// <summary>From the lowest floor to the highest. Within a floor a folder may use those to its left.</summary>
    private static readonly string[][] Layout =
    [
        ["Ground", "Logging", "Codec", "Bridge"],
        ["Wire", "Settings", "Senders"],
        ["Scheduling", "Emitters", "Remote", "Http", "Tap"],
        ["Ports"],
        ["Frames"],
        ["Dispatch", "Desktop"],
        ["Session"],
        ["Launch", "Recording"],
        ["Diagnosis"],
        ["Composition"],
    ];

    private static readonly string[] InOrder = [.. Layout.SelectMany(floor => floor)];

    /// <summary>In the order in which each may use those before it.</summary>
    public static IReadOnlyList<string> Folders => InOrder;

    /// <summary>The folder of an internal file; null for a file with public types.</summary>
    public static string? FolderOf(string file) => file.Split('/') is ["Internal", var folder, ..] ? folder : null;

    /// <summary>The highest folder that each file with public types uses itself; files that use none are left out.</summary>
    public static IReadOnlyDictionary<string, string> OfPublicFiles(SourceGraph graph) => graph.Uses
        .Where(use => FolderOf(use.From) is null && FolderOf(use.To) is not null)
        .GroupBy(use => use.From, use => FolderOf(use.To)!)
        .ToDictionary(file => file.Key, file => file.MaxBy(RankOf)!, StringComparer.Ordinal);

    /// <summary>The uses of a file on a higher floor, or further right on the same one.</summary>
    public static IEnumerable<string> Violations(SourceGraph graph)
    {
        var publicFiles = OfPublicFiles(graph);
        return from use in graph.Uses
            let own = FolderOf(use.From)
            let other = FolderOf(use.To) ?? publicFiles.GetValueOrDefault(use.To)
            where own is not null && other is not null && RankOf(other) > RankOf(own)
            orderby use.From, use.To
            select $"{use.From} ({own}) uses {use.Type} of {use.To} ({other})";
    }

    private static int RankOf(string folder)
        => Array.IndexOf(InOrder, folder) is >= 0 and var rank ? rank : throw new InvalidOperationException($"The folder Internal/{folder} has no floor.");
}
