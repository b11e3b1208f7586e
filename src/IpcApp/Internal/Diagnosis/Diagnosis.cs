namespace IpcApp.Internal.Diagnosis;

/// <summary>All findings, and what follows from them.</summary>
/// <param name="Host">What shall show the windows, as the settings say; null if they can not be read.</param>
/// <param name="Findings">In the order of the checks.</param>
internal sealed record Diagnosis(IpcHostKind? Host, IReadOnlyList<Finding> Findings)
{
    public const string Ok = "ok";
    public const string Warning = "warning";
    public const string Error = "error";

    /// <summary>Whether the app, with its settings, would run here.</summary>
    public bool CanRun => Wanted(Host).Any(Allows);

    /// <summary>Whether nothing that was found stands in the way.</summary>
    public bool Allows(Way way) => !Findings.Any(finding => !finding.IsOk && finding.Blocks.HasFlag(way));

    /// <summary>An error is what keeps the app from running; everything else that is not as it should be is a warning.</summary>
    public string StatusOf(Finding finding)
        => finding.IsOk ? Ok
            : !CanRun && Wanted(Host).Any(way => finding.Blocks.HasFlag(way)) ? Error
            : Warning;

    private static Way[] Wanted(IpcHostKind? host) => host switch
    {
        IpcHostKind.Electron => [Way.Electron],
        IpcHostKind.Chromium => [Way.Chromium],
        IpcHostKind.None => [Way.NoWindow],
        _ => [Way.Electron, Way.Chromium],
    };
}
