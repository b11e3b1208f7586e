namespace IpcApp.Chromium.Tests;

/// <summary>What keeps the app from starting is told in one line that names the thing and the way out, with an exit code.</summary>
public sealed class StartFailureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ipcapp-test-").FullName;

    public static TheoryData<string, int, string> BadSettings => new()
    {
        { "--IpcApp:Host=netscape", 2, "The setting 'IpcApp:Host' is 'netscape', but it must be one of auto, electron, chromium, none." },
        { "--IpcApp:Hots=none", 2, "There is no setting 'IpcApp:Hots'." },
        { "--IpcApp:RemoteDebuggingPort=80", 2, "The setting 'IpcApp:RemoteDebuggingPort' is '80'" },
        { "--IpcApp:Windows:main:Url=https://example.com/", 2, "The setting 'IpcApp:Windows:main:Url' is 'https://example.com/'" },
        { "--IpcApp:Windows:main:Url=file:///etc/passwd", 2, "The setting 'IpcApp:Windows:main:Url' is 'file:///etc/passwd'" },
        { "--IpcApp:Windows:main:Preload=../../evil.js", 2, "The setting 'IpcApp:Windows:main:Preload' is '../../evil.js'" },
        { "--IpcApp:Windows:main:Width=wide", 2, "The setting 'IpcApp:Windows:main:Width' is 'wide', but it must be a whole number" },
        { "--IpcApp:Limits:MaxMessageBytes=1", 2, "The setting 'IpcApp:Limits:MaxMessageBytes' is '1'" },
        { "--urls=http://localhost:5000", 2, "which opens a TCP port" },
        { "--Kestrel:Endpoints:Http:Url=http://localhost:5000", 2, "The setting 'Kestrel:Endpoints:Http' opens a TCP port" },
    };

    [Theory]
    [MemberData(nameof(BadSettings))]
    public async Task A_bad_setting(string argument, int exitCode, string text)
    {
        using var app = new TestAppProcess([.. TestAppProcess.OnChromium(), argument]);
        await AssertOneLineAsync(app, exitCode, text);
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://+:8080")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "8080")]
    public async Task A_TCP_endpoint_from_the_environment(string name, string value)
    {
        using var app = new TestAppProcess(TestAppProcess.OnChromium(), new Dictionary<string, string?> { [name] = value });
        await AssertOneLineAsync(app, 2, name);
    }

    [Fact]
    public async Task Remote_debugging_outside_development()
    {
        using var app = new TestAppProcess(["--IpcApp:Host=chromium", "--IpcApp:RemoteDebuggingPort=9222"]);
        await AssertOneLineAsync(app, 2, "allowed in development only");
    }

    [Fact]
    public async Task A_missing_Chromium()
    {
        using var app = new TestAppProcess(
            TestAppProcess.OnChromium(),
            new Dictionary<string, string?> { ["IPCAPP_CHROMIUM"] = Path.Combine(_folder, "no-such-browser") });
        await AssertOneLineAsync(app, 3, "no-such-browser");
    }

    [Fact]
    public async Task A_missing_Node()
    {
        using var app = new TestAppProcess(TestAppProcess.OnChromium(), new Dictionary<string, string?> { ["PATH"] = _folder });
        await AssertOneLineAsync(app, 3, "'node' was not found on the PATH");
    }

    [Fact]
    public async Task A_Node_that_is_too_old()
    {
        var node = Path.Combine(_folder, "node");
        await File.WriteAllTextAsync(node, "#!/bin/sh\necho v22.11.0\n", TestContext.Current.CancellationToken);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a shell script cannot stand in for node.exe");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(node, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        using var app = new TestAppProcess(
            TestAppProcess.OnChromium(),
            new Dictionary<string, string?> { ["PATH"] = $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}" });
        await AssertOneLineAsync(app, 3, "IPC0102: Node.js 22.12 or later is needed, and the 'node' on the PATH is v22.11.0. Install Node.js 22.12 or later");
    }

    [Fact]
    public async Task Electron_that_is_not_there()
    {
        using var app = new TestAppProcess(["--IpcApp:Host=electron"], new Dictionary<string, string?> { ["DISPLAY"] = ":99" });
        await AssertOneLineAsync(app, 3, "Electron's binary is not on this machine");
    }

    [Fact]
    public async Task A_directory_whose_path_is_too_long_for_a_socket()
    {
        var deep = Directory.CreateDirectory(Path.Combine(_folder, new string('x', 100))).FullName;
        using var app = new TestAppProcess(
            TestAppProcess.OnChromium(), new Dictionary<string, string?> { ["TMPDIR"] = deep, ["XDG_RUNTIME_DIR"] = null });
        await AssertOneLineAsync(app, 4, "bytes long");
    }

    [Fact]
    public async Task A_temporary_directory_that_cannot_be_used()
    {
        using var app = new TestAppProcess(
            TestAppProcess.OnChromium(), new Dictionary<string, string?> { ["TMPDIR"] = "/dev/null/x", ["XDG_RUNTIME_DIR"] = null });
        await AssertOneLineAsync(app, 4, "Set XDG_RUNTIME_DIR or TMPDIR");
    }

    [Fact]
    public async Task A_service_that_gives_up_is_no_quiet_end()
    {
        using var app = new TestAppProcess(["--IpcApp:Host=none", "--FailToStart=cancelled"]);
        await AssertOneLineAsync(app, 1, "The app cannot start: The lamp did not answer in time");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task AssertOneLineAsync(TestAppProcess app, int exitCode, string text)
    {
        var actual = await app.WaitForExitAsync();
        Assert.Contains(text, app.Output, StringComparison.Ordinal);
        var lines = app.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Single(lines, line => !line.Contains("running as root", StringComparison.Ordinal) && line.Trim() != "crit: IpcApp[4001]");
        Assert.DoesNotContain("   at ", app.Output, StringComparison.Ordinal);
        Assert.Equal(exitCode, actual);
    }
}
