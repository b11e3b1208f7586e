using System.Diagnostics;

namespace IpcApp.Chromium.Tests;

/// <summary>A browser that ends, or cannot be understood, ends the app with a reason and an exit code that is not 0.</summary>
public sealed class BrowserEndTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ipcapp-test-").FullName;

    [Fact]
    public async Task A_killed_Chromium_ends_the_app_with_1_and_the_reason()
    {
        var family = new ProcessFamily();
        using var app = new TestAppProcess(
            TestAppProcess.OnChromium(["--IpcApp:Windows:main:Url=app://local/stay.html"]), family.Environment);
        await app.WaitForLineAsync("READY");
        Process.GetProcessById(await family.WaitForMemberAsync("--remote-debugging-pipe")).Kill();
        Assert.Equal(1, await app.WaitForExitAsync());
        Assert.Contains("ipcapp: Chromium is gone: ", app.Output, StringComparison.Ordinal);
        Assert.Contains("The connection to Electron", app.Output, StringComparison.Ordinal);
        Assert.Contains("it ended with SIGKILL", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_whose_messages_cannot_be_read_ends_the_app_with_the_reason()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a shell script cannot stand in for chrome.exe");
        var browser = Path.Combine(_folder, "browser");
        await File.WriteAllTextAsync(
            browser, "#!/bin/sh\nprintf '{\"id\":1,\\0' >&4\nexec sleep 60\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        using var app = new TestAppProcess(
            TestAppProcess.OnChromium(), new Dictionary<string, string?> { ["IPCAPP_CHROMIUM"] = browser });
        Assert.Equal(4, await app.WaitForExitAsync()); // Electron had not connected yet
        Assert.Contains("crit: IpcApp[", app.Output, StringComparison.Ordinal);
        Assert.Contains("ipcapp: Chromium is gone: its messages cannot be read (", app.Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
