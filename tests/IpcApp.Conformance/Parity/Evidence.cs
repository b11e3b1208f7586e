using System.Globalization;
using System.Text.RegularExpressions;

namespace IpcApp.Conformance.Parity;

/// <summary>What proves a rule: a run on Electron, a scenario that runs on Chromium, or nothing but Electron's source.</summary>
internal static partial class Evidence
{
    public const string Chromium = "chromium";

    public const string SourceOnly = "source only";

    public static string Electron(string version, DateOnly date)
        => $"electron {version}, {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    public static bool IsElectron(string evidence) => ElectronForm().IsMatch(evidence);

    /// <summary>The evidence that a rule has without a run on Electron.</summary>
    public static string WithoutElectron(IEnumerable<Scenario> scenarios)
        => scenarios.Any(scenario => scenario.RunsOn(Chromium)) ? Chromium : SourceOnly;

    [GeneratedRegex(@"^electron [1-9]\d*\.\d+\.\d+, 2\d{3}-[01]\d-[0-3]\d$")]
    private static partial Regex ElectronForm();
}
