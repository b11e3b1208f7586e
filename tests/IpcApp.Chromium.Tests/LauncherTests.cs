using System.Diagnostics;
using System.Text.RegularExpressions;

namespace IpcApp.Chromium.Tests;

/// <summary>
/// An app whose Electron is started by a launcher of its own, with the plug-in for Electron.NET in it: both orders of start, and every end.
/// </summary>
public sealed partial class LauncherTests
{
    private static readonly TimeSpan AfterHandshake = TimeSpan.FromSeconds(2 + 3);

    /// <summary>The app's own output: it needs the folder <c>.electron</c> there.</summary>
    private static readonly string Folder =
        AppContext.BaseDirectory.Replace("IpcApp.Chromium.Tests", "IpcApp.LauncherApp", StringComparison.Ordinal);

    internal static readonly string Program = Path.Combine(Folder, "IpcApp.LauncherApp");

    private static readonly string ChromiumHost =
        Path.GetFullPath(Path.Combine(Folder, "..", "..", "..", "..", "..", "src", "chromium-stand-in", "cli.js"));

    private readonly ProcessFamily _family = new();

    [Fact]
    public async Task Dotnet_first_the_first_page_is_answered_and_closing_it_ends_both()
    {
        using var app = Start("--Close=true", "notes.txt");

        Assert.Equal(0, await app.WaitForExitAsync());

        var lines = app.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["LAUNCHER start", "LAUNCHER open", "LAUNCHER stop"], lines.Where(line => line.StartsWith("LAUNCHER", StringComparison.Ordinal)));
        var ids = WindowLine().Match(app.Output);
        Assert.Contains("ARGUMENTS --Close=true notes.txt", lines);
        Assert.NotEqual(ids.Groups["window"].Value, ids.Groups["contents"].Value);
        Assert.Contains($"PAGE window {ids.Groups["window"]}, contents {ids.Groups["contents"]}", lines);
        await _family.AssertGoneWithinAsync(AfterHandshake);
    }

    [Fact]
    public async Task Electron_first_dotnet_finds_it_and_ends_with_it()
    {
        using var electron = new TestAppProcess(
            [ChromiumHost, ".electron", "-unpackedelectron", "notes.txt"], _family.Environment, program: "node", folder: Folder);
        var arguments = await electron.WaitForLineAsync("ARGUMENTS");
        Assert.EndsWith(" notes.txt", arguments, StringComparison.Ordinal);
        Assert.DoesNotContain("electronPID", arguments, StringComparison.Ordinal);
        await electron.WaitForLineAsync("LAUNCHER open");

        electron.WriteLine("""{"id":1,"command":"create","options":{"webPreferences":{"nodeIntegration":false}},"url":"app://local/"}""");
        await electron.WaitForLineAsync("PAGE window");
        electron.WriteLine("""{"id":2,"command":"main","code":"electron.app.quit()"}""");

        Assert.Equal(0, await electron.WaitForExitAsync());
        await _family.AssertGoneWithinAsync(AfterHandshake);
    }

    [Fact]
    public async Task A_dotnet_that_is_told_to_end_has_Electron_quit()
    {
        using var app = Start();
        await app.WaitForLineAsync("PAGE window");
        await TellToEndAsync(app);
        Assert.Equal(0, await app.WaitForExitAsync());
        await _family.AssertGoneWithinAsync(AfterHandshake);
    }

    [Fact]
    public async Task A_killed_dotnet_takes_Electron_with_it()
    {
        using var app = Start();
        await app.WaitForLineAsync("PAGE window");
        app.Kill();
        await _family.AssertGoneWithinAsync(AfterHandshake);
    }

    [Fact]
    public async Task A_killed_Electron_ends_dotnet_with_1_and_the_launcher_is_told()
    {
        using var app = Start();
        await app.WaitForLineAsync("PAGE window");
        Process.GetProcessById(await _family.WaitForMemberAsync("chromium-stand-in/cli.js")).Kill();
        Assert.Equal(1, await app.WaitForExitAsync());
        Assert.Contains("LAUNCHER stop", app.Output, StringComparison.Ordinal);
        await _family.AssertGoneWithinAsync(AfterHandshake);
    }

    [Fact]
    public async Task A_launcher_that_never_comes_back_from_its_start_can_not_keep_dotnet()
    {
        using var app = Start("--Hang=start");
        await app.WaitForLineAsync("LAUNCHER start");
        await TellToEndAsync(app);
        Assert.Equal(0, await app.WaitForExitAsync());
        Assert.Contains("LAUNCHER stop", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_can_one_that_waits_for_a_window_of_an_Electron_that_is_gone()
    {
        using var app = Start("--Hang=open");
        await app.WaitForLineAsync("LAUNCHER open");
        Process.GetProcessById(await _family.WaitForMemberAsync("chromium-stand-in/cli.js")).Kill();
        Assert.Equal(1, await app.WaitForExitAsync());
        Assert.Contains("LAUNCHER stop", app.Output, StringComparison.Ordinal);
        await _family.AssertGoneWithinAsync(AfterHandshake);
    }

    [Fact]
    public async Task In_a_package_no_settings_come_from_the_command_line()
    {
        var resources = Directory.CreateTempSubdirectory("ipcapp-resources-");
        try
        {
            var program = resources.CreateSubdirectory("bin").FullName;
            foreach (var file in Directory.EnumerateFiles(Folder))
            {
                File.Copy(file, Path.Combine(program, Path.GetFileName(file)));
            }

            await File.WriteAllTextAsync(Path.Combine(resources.FullName, "app.asar"), "", TestContext.Current.CancellationToken);
            var environment = new Dictionary<string, string?>(_family.Environment) { ["Fail"] = "start" };
            using var app = new TestAppProcess(["--Fail=never"], environment, Path.Combine(program, "IpcApp.LauncherApp"));

            Assert.Equal(3, await app.WaitForExitAsync());
            Assert.Contains("ARGUMENTS --Fail=never", app.Output, StringComparison.Ordinal);
            Assert.Contains("Electron could not be started: Electron is not to be found.", app.Output, StringComparison.Ordinal);
        }
        finally
        {
            resources.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("--Fail=start", 3, "Electron could not be started: Electron is not to be found.")]
    [InlineData("--IpcApp:Host=chromium", 2, "The setting 'IpcApp:Host' is 'Chromium', but StandInLauncher starts Electron, so it can be auto or none.")]
    [InlineData("--IpcApp:Windows:main:Width=500", 2, "The setting 'IpcApp:Windows' has no effect here, since StandInLauncher starts Electron")]
    [InlineData("--IpcApp:RemoteDebuggingPort=9222", 2, "The setting 'IpcApp:RemoteDebuggingPort' has no effect here")]
    public async Task What_can_not_be_is_one_line(string argument, int exitCode, string text)
    {
        using var app = Start(argument, "--environment=Development");
        Assert.Equal(exitCode, await app.WaitForExitAsync());
        Assert.Contains(text, app.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_host_the_launcher_is_left_alone()
    {
        using var app = Start("--IpcApp:Host=none");
        await app.WaitForLineAsync("STARTED");
        Assert.DoesNotContain("LAUNCHER", app.Output, StringComparison.Ordinal);
    }

    private TestAppProcess Start(params string[] arguments)
    {
        var environment = new Dictionary<string, string?>(_family.Environment) { ["ChromiumHost"] = ChromiumHost };
        return new TestAppProcess(arguments, environment, Program);
    }

    private static async Task TellToEndAsync(TestAppProcess app)
    {
        using var kill = Process.Start("kill", ["-TERM", app.Id.ToString()]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"WINDOW (?<window>\d+), CONTENTS (?<contents>\d+)")]
    private static partial Regex WindowLine();
}
