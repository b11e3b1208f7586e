using System.Text.Json;

namespace IpcApp.Chromium.Tests;

/// <summary><c>doctor</c> of a real app, on machines that lack one thing or another.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ipcapp-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_machine_with_Chromium_can_run_the_app()
    {
        var (exitCode, json) = await ExamineAsync(Host("chromium"));

        Assert.Equal(0, exitCode);
        Assert.True(json.GetProperty("canRun").GetBoolean());
        Assert.Equal("chromium", json.GetProperty("host").GetString());
        Assert.True(json.GetProperty("can").GetProperty("chromium").GetBoolean());
        Assert.Equal(
            Enumerable.Range(130, 11).Select(number => $"IPC0{number}"),
            json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_person_reads_a_line_for_each_finding_and_a_verdict_and_nothing_of_the_app()
    {
        using var app = new TestAppProcess(["doctor"], Host("none"));

        Assert.Equal(0, await app.WaitForExitAsync());
        Assert.Matches(@"^ok +IPC0130  \.NET SDK +\d", app.Output);
        Assert.Contains("The app can run here as it is set (IpcApp:Host is none); with Electron: ", app.Output, StringComparison.Ordinal);
        Assert.All(
            app.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[..^1],
            line => Assert.Matches(@"^(ok|warning|error) +IPC01\d\d  |^ +-> ", line));
    }

    [Fact]
    public async Task Without_Node_Chromium_is_out_of_reach()
        => await AssertErrorsAsync(Host("auto", ("PATH", _folder), ("DISPLAY", null)), "IPC0131", "IPC0136", "IPC0134", "IPC0137");

    [Fact]
    public async Task A_Node_that_is_too_old()
    {
        WriteProgram("node", "#!/bin/sh\necho v22.11.0\n");

        var json = await AssertErrorsAsync(
            Host("chromium", ("PATH", $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}")), "IPC0131", "IPC0136");

        Assert.Equal("v22.11.0 is older than 22.12 (IPC0102)", Find(json, "IPC0131").GetProperty("found").GetString());
    }

    [Fact]
    public async Task Electron_that_is_not_there()
        => await AssertErrorsAsync(Host("electron", ("DISPLAY", ":99")), "IPC0134");

    [Fact]
    public async Task Electron_that_is_there_without_a_display()
        => await AssertErrorsAsync(Host("electron", ("ELECTRON_OVERRIDE_DIST_PATH", WriteElectron()), ("DISPLAY", null)), "IPC0137");

    [Fact]
    public async Task Electron_and_a_display_are_enough_without_Node()
    {
        var (exitCode, json) = await ExamineAsync(
            Host("auto", ("ELECTRON_OVERRIDE_DIST_PATH", WriteElectron()), ("DISPLAY", ":99"), ("PATH", _folder)));

        Assert.Equal(0, exitCode);
        Assert.True(json.GetProperty("can").GetProperty("electron").GetBoolean());
        Assert.Equal("warning", Find(json, "IPC0131").GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_missing_Chromium()
    {
        var json = await AssertErrorsAsync(Host("chromium", ("IPCAPP_CHROMIUM", Path.Combine(_folder, "no-such-browser"))), "IPC0136");

        Assert.Contains("no-such-browser", Find(json, "IPC0136").GetProperty("found").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chromium")]
    [InlineData("electron")]
    public async Task A_socket_directory_that_can_not_be_made(string host)
        => await AssertErrorsAsync(
            Host(host, ("TMPDIR", "/dev/null/x"), ("XDG_RUNTIME_DIR", null), ("ELECTRON_OVERRIDE_DIST_PATH", WriteElectron()), ("DISPLAY", ":99")),
            "IPC0138");

    [Fact]
    public async Task A_socket_directory_whose_path_is_too_long()
    {
        var deep = Directory.CreateDirectory(Path.Combine(_folder, new string('x', 100))).FullName;

        var json = await AssertErrorsAsync(Host("chromium", ("TMPDIR", deep), ("XDG_RUNTIME_DIR", null)), "IPC0138");

        Assert.Contains("bytes long", Find(json, "IPC0138").GetProperty("found").GetString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(deep));
    }

    [Theory]
    [InlineData("IpcApp__Host", "netscape")]
    [InlineData("ASPNETCORE_URLS", "http://+:8080")]
    [InlineData("IpcApp__Windows__main__Url", "https://example.com/")]
    public async Task A_setting_that_is_wrong(string name, string value)
    {
        var (exitCode, json) = await ExamineAsync(new() { [name] = value });

        Assert.Equal(1, exitCode);
        Assert.Equal("error", Find(json, "IPC0140").GetProperty("status").GetString());
        Assert.Contains(value, Find(json, "IPC0140").GetProperty("found").GetString(), StringComparison.Ordinal);
    }

    /// <summary>As in an app with Electron.NET: its own launcher refuses them.</summary>
    [Theory]
    [InlineData("IpcApp__Host", "chromium", "'IpcApp:Host' is 'Chromium', but Electron.NET starts Electron")]
    [InlineData("IpcApp__Headless", "true", "'IpcApp:Headless' has no effect here, since Electron.NET starts Electron")]
    public async Task A_setting_that_is_not_for_an_app_whose_host_another_starts(string name, string value, string found)
    {
        var (exitCode, json) = await ExamineAsync(new(Host("none")) { [name] = value }, LauncherTests.Program);

        Assert.Equal(1, exitCode);
        Assert.Equal("error", Find(json, "IPC0140").GetProperty("status").GetString());
        Assert.Contains(found, Find(json, "IPC0140").GetProperty("found").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, (await ExamineAsync(Host("none"), LauncherTests.Program)).ExitCode);
    }

    [Theory]
    [InlineData("doctor", "--jason")]
    [InlineData("doctor", "--json", "more")]
    [InlineData("verify")]
    [InlineData("verify", "app", "--quick")]
    public async Task Options_that_do_not_exist_are_answered_with_the_usage(params string[] arguments)
    {
        using var app = new TestAppProcess(arguments);

        Assert.Equal(2, await app.WaitForExitAsync());
        Assert.StartsWith($"usage: dotnet run --project MainProcess -- {arguments[0]}", app.Output, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Host(string host, params (string Name, string? Value)[] more)
    {
        var environment = new Dictionary<string, string?> { ["IpcApp__Host"] = host };
        foreach (var (name, value) in more)
        {
            environment[name] = value;
        }

        return environment;
    }

    private static async Task<(int ExitCode, JsonElement Json)> ExamineAsync(Dictionary<string, string?> environment, string? program = null)
    {
        using var app = new TestAppProcess(["doctor", "--json"], environment, program);
        var exitCode = await app.WaitForExitAsync();
        using var json = JsonDocument.Parse(app.Output);
        return (exitCode, json.RootElement.Clone());
    }

    /// <summary>Exactly these are what keeps the app from running, and each says how to mend it.</summary>
    private static async Task<JsonElement> AssertErrorsAsync(Dictionary<string, string?> environment, params string[] ids)
    {
        var (exitCode, json) = await ExamineAsync(environment);
        var errors = json.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("status").GetString() == "error").ToList();

        Assert.Equal(1, exitCode);
        Assert.False(json.GetProperty("canRun").GetBoolean());
        Assert.Equal(ids.Order(), errors.Select(error => error.GetProperty("id").GetString()));
        Assert.All(errors, error => Assert.NotEmpty(error.GetProperty("remedy").GetString()!));
        return json;
    }

    private static JsonElement Find(JsonElement json, string id)
        => json.GetProperty("findings").EnumerateArray().Single(finding => finding.GetProperty("id").GetString() == id);

    private string WriteElectron()
    {
        WriteProgram("electron", "");
        return _folder;
    }

    private void WriteProgram(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a shell script cannot stand in for a program on Windows");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
