using IpcApp.Conformance.Electron;

namespace IpcApp.Conformance.Parity;

/// <summary>Whether the page is to be written, and from what.</summary>
internal static class WriteSwitch
{
    public static bool IsOn => Environment.GetEnvironmentVariable("IPCAPP_WRITE_PARITY") == "1";

    /// <summary>The reports of a run on Electron, one a platform; paths with the system's separator between.</summary>
    /// <exception cref="InvalidOperationException">A report may be of another Electron than evidence would name.</exception>
    public static IReadOnlyList<RunReport> Reports()
    {
        var files = Environment.GetEnvironmentVariable("IPCAPP_PARITY_REPORTS") is { Length: > 0 } given && IsOn
            ? given.Split(Path.PathSeparator)
            : [];
        return [.. files.Select(ReadOfPinned)];
    }

    internal static RunReport ReadOfPinned(string file)
    {
        var report = RunReport.Read(file);
        var check = $"{typeof(ElectronVersion).FullName}.{nameof(ElectronVersion.The_Electron_that_runs_is_the_pinned_one)}";
        return report.HasPassed(check)
            ? report
            : throw new InvalidOperationException(
                $"In {file} the test {check} has not passed: it may be a run on another Electron than {PinnedElectron.Version}.");
    }
}
