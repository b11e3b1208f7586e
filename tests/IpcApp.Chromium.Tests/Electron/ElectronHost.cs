using System.Text.RegularExpressions;
using IpcApp.Chromium.Tests.Ends;
using IpcApp.Tests.Shared;

namespace IpcApp.Chromium.Tests.Electron;

/// <summary>
/// Electron itself, on Linux, with a display. Written after its documentation and source; it has not been run with a real binary
/// (docs/reference/electron-surface.md, "Never run here").
/// </summary>
public partial class ElectronHost : HostUnderTest
{
    private const string ProgramName = "electron";

    /// <summary>
    /// A package's error box waits for a click, which no test makes: its text goes to the standard error instead, as Electron writes it there
    /// before <c>ready</c>.
    /// </summary>
    private const string WithoutDialogs =
        "require('electron').dialog.showErrorBox = (title, content) => { process.stderr.write(`${title}\\n${content}\\n`); };\n";

    public override string? NotRunReason => ElectronForSuite.NotRunReason;

    public override string Name => "electron";

    /// <summary>Electron's own files in the temporary directory are those of the single-instance lock, which its next start makes anew.</summary>
    public override bool TidiesUp => false;

    /// <summary>Electron refuses to run as root with its sandbox.</summary>
    public override IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>
    {
        [ElectronForSuite.DistVariable] = DistFolder,
        ["ELECTRON_DISABLE_SANDBOX"] = System.Environment.IsPrivilegedProcess ? "1" : null,
    };

    protected virtual string DistFolder => ElectronForSuite.DistFolder;

    /// <summary>All processes of Electron are programs of its folder; those that are not the main process have a type.</summary>
    public override bool IsMainProcess(string commandLine)
        => commandLine.Contains(DistFolder, StringComparison.Ordinal) && !IsBrowserProcess(commandLine);

    public override bool IsBrowserProcess(string commandLine) => commandLine.Contains(" --type=", StringComparison.Ordinal);

    /// <summary>Chromium's own log, such as lines about a missing D-Bus or GPU.</summary>
    public override bool IsOwnLine(string line) => ChromiumLogLine().IsMatch(line);

    /// <summary>The folder of the single-instance lock's socket.</summary>
    public override bool IsLeftWhenKilled(string fileName) => fileName.Contains("org.chromium.Chromium.", StringComparison.Ordinal);

    /// <summary>
    /// A copy of Electron's folder whose executable has another name and whose <c>resources</c> are the app. The executable is copied, since
    /// Electron looks for its files beside it; links do for these.
    /// </summary>
    internal override (string Program, string[] Arguments) Package(AppCopy copy, string folder, string userMain)
    {
        var program = Path.Combine(folder, "test-app");
        File.Copy(Path.Combine(DistFolder, ProgramName), program);
        foreach (var entry in new DirectoryInfo(DistFolder).EnumerateFileSystemInfos().Where(IsBesideProgram))
        {
            File.CreateSymbolicLink(Path.Combine(folder, entry.Name), entry.FullName);
        }

        copy.Package(Path.Combine(folder, "resources"), WithoutDialogs + userMain);
        return (program, []);
    }

    private static bool IsBesideProgram(FileSystemInfo entry)
        => entry.Name is not ("resources" or ProgramName);

    [GeneratedRegex(@"^\[\d+:\d{4}/")]
    private static partial Regex ChromiumLogLine();
}
