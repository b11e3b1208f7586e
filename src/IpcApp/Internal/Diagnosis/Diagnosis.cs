namespace IpcApp.Internal.Diagnosis;

/// <summary>All findings, and what follows from them.</summary>
/// <param name="Host">What shall show the windows, as the settings say; null if they cannot be read.</param>
/// <param name="Findings">In the order of the checks.</param>
/// <param name="Offered">What can be done with such an app at all.</param>
internal sealed record Diagnosis(IpcHostKind? Host, IReadOnlyList<Finding> Findings, Capability Offered = Capability.Run | Capability.Package)
{
    public const string Ok = "ok";
    public const string Warning = "warning";
    public const string Error = "error";

    /// <summary>Whether the app, with its settings, would run here.</summary>
    public bool CanRun => Wanted.Any(Allows);

    private IEnumerable<Capability> Wanted => Host switch
    {
        IpcHostKind.Electron => [Capability.Electron],
        IpcHostKind.Chromium => [Capability.Chromium],
        IpcHostKind.None => [Capability.NoWindow],
        _ => new[] { Capability.Electron, Capability.Chromium }.Where(way => Offered.HasFlag(way)),
    };

    /// <summary>Whether it can be done, and nothing that was found stands in the way.</summary>
    public bool Allows(Capability way) => Offered.HasFlag(way) && !Findings.Any(finding => !finding.IsOk && finding.Blocks.HasFlag(way));

    /// <summary>An error is what keeps the app from running; everything else that is not as it should be is a warning.</summary>
    public string StatusOf(Finding finding)
        => finding.IsOk ? Ok
            : !CanRun && Wanted.Any(way => finding.Blocks.HasFlag(way)) ? Error
            : Warning;
}
