using IpcApp.Internal.Ground;
using IpcApp.Internal.Launch;

namespace IpcApp.Tests.Launch;

/// <summary>Which host shows the windows, by setting and machine.</summary>
public sealed class HostChoiceTests
{
    [Theory]
    [InlineData(IpcHostKind.Auto, false, "electron", null, null, true)]
    [InlineData(IpcHostKind.Auto, true, "electron", null, "electron", false)]
    [InlineData(IpcHostKind.Auto, true, null, "installed", "installed", false)]
    [InlineData(IpcHostKind.Auto, true, null, null, null, false)]
    [InlineData(IpcHostKind.Chromium, true, "electron", null, null, false)]
    [InlineData(IpcHostKind.Chromium, false, "electron", null, null, true)]
    [InlineData(IpcHostKind.Electron, true, "electron", null, "electron", false)]
    public void The_setting_and_the_machine_decide(
        IpcHostKind host, bool display, string? found, string? installable, string? chosen, bool headless)
    {
        var choice = HostChoice.Make(new IpcAppOptions { Host = host }, new Machine(display, found, installable));
        Assert.Equal((chosen, headless), (choice.ElectronPath, choice.Headless));
    }

    [Fact]
    public void A_choice_that_may_surprise_is_explained()
    {
        Assert.Contains("No display", Note(new Machine(false, "electron", null)), StringComparison.Ordinal);
        Assert.Contains("npx install-electron", Note(new Machine(true, null, null)), StringComparison.Ordinal);
        Assert.Null(Note(new Machine(true, "electron", null)));

        static string? Note(Machine machine) => HostChoice.Make(new IpcAppOptions(), machine).Note;
    }

    [Theory]
    [InlineData(true, "npx install-electron")]
    [InlineData(false, "xvfb-run")]
    public void Electron_that_cannot_run_is_one_error(bool display, string wayOut)
    {
        var error = Assert.Throws<IpcStartupException>(
            () => HostChoice.Make(new IpcAppOptions { Host = IpcHostKind.Electron }, new Machine(display, null, null)));
        Assert.Contains(wayOut, error.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.MissingPrerequisite, error.ExitCode);
    }

    [Fact]
    public void Nothing_is_downloaded_without_need()
    {
        HostChoice.Make(new IpcAppOptions { Host = IpcHostKind.Chromium }, new Machine(true, null, null) { MayInstall = false });
        HostChoice.Make(new IpcAppOptions(), new Machine(false, null, null) { MayInstall = false });
        HostChoice.Make(new IpcAppOptions(), new Machine(true, "electron", null) { MayInstall = false });
    }

    [Theory]
    [InlineData("v22.12.0")]
    [InlineData("v26.1.0-nightly")]
    public void Accepts_a_Node_that_is_new_enough(string printed) => Assert.True(NodeRuntime.Check(printed).Version >= NodeRuntime.Floor);

    [Theory]
    [InlineData("v22.11.0\n", "IPC0102: Node.js 22.12 or later is needed, and the 'node' on the PATH is v22.11.0.")]
    [InlineData("v20.20.2", "IPC0102: Node.js 22.12 or later is needed, and the 'node' on the PATH is v20.20.2.")]
    [InlineData("not a version", "IPC0102: Node.js 22.12 or later is needed, and the 'node' on the PATH is not a version.")]
    [InlineData(null, "Node.js is needed to show windows with Chromium, and 'node' was not found on the PATH.")]
    public void Refuses_a_Node_that_is_missing_or_too_old_and_says_what_to_install(string? printed, string problem)
    {
        var error = Assert.Throws<IpcStartupException>(() => NodeRuntime.Check(printed));

        Assert.Equal($"{problem} Install Node.js 22.12 or later, with npm, and start the terminal or IDE again.", error.Message);
        Assert.Equal(ExitCodes.MissingPrerequisite, error.ExitCode);
    }

    private sealed record Machine(bool HasDisplay, string? Electron, string? Installable) : IMachine
    {
        public bool MayInstall { get; init; } = true;

        public string? FindElectron() => Electron;

        public string? InstallElectron()
        {
            Assert.True(MayInstall);
            return Installable;
        }
    }
}
