using IpcApp.Testing;

namespace IpcApp.Tests.Testing.Recording;

/// <summary>The setting <c>IpcApp:Record</c> and its file.</summary>
public sealed class RecordingFileTests : RecordingTest
{
    [Fact]
    public async Task Nothing_is_written_without_the_setting()
    {
        await using var app = await StartAsync();
        await app.Window("main").MainFrame.InvokeAsync<int>("echo:sum", 1, 2);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task The_first_line_says_what_it_is()
    {
        await RecordAsync(payloads: false, app => app.Window("main").MainFrame.InvokeAsync<int>("echo:sum", 1, 2));
        var lines = System.IO.File.ReadAllLines(File);
        Assert.Matches("""^{"recording":1,"payloads":"redacted","started":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"}$""", lines[0]);
        Assert.Contains("\"kind\":\"end\"", lines[^1], StringComparison.Ordinal);
        var recording = IpcRecording.Load(File);
        Assert.True(recording is { IsComplete: true, HasPayloads: false });
    }

    [Fact]
    public async Task Only_the_user_can_read_it()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("On Windows the folder decides.");
            return;
        }

        await System.IO.File.WriteAllTextAsync(File, "", TestContext.Current.CancellationToken);
        System.IO.File.SetUnixFileMode(File, (UnixFileMode)0b110_110_110);
        await using var app = await StartRecordingAsync();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Fact]
    public async Task A_recording_that_is_there_is_replaced()
    {
        await RecordAsync(payloads: true, app => app.Window("main").MainFrame.InvokeAsync<int>("echo:sum", 1, 2));
        var recording = await RecordAsync(payloads: true, app => app.Window("main").MainFrame.InvokeAsync("echo:nothing"));
        Assert.Equal(["echo:nothing"], recording.Messages.Select(message => message.Channel));
    }

    [Fact]
    public async Task Another_file_is_not_touched()
    {
        await System.IO.File.WriteAllTextAsync(File, "my thesis", TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAnyAsync<Exception>(() => StartRecordingAsync());
        Assert.Equal(
            $"The setting 'IpcApp:Record' is '{File}', but a recording cannot be written there: "
            + "there is another file of that name. Give another name, or delete the file.",
            error.Message);
        Assert.Equal("my thesis", await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_stops_the_app()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => StartAsync($"--IpcApp:Record={File}/more/traffic.jsonl"));
        Assert.StartsWith($"The setting 'IpcApp:Record' is '{File}/more/traffic.jsonl', but", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Give the name of a file in a folder that you can write to.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_allowed_in_development_only()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(
            () => IpcTestApp.StartAsync<Program>(new IpcTestAppOptions { Args = ["--environment=Production", $"--IpcApp:Record={File}"] }));
        Assert.Equal(
            "The setting 'IpcApp:Record' writes every message of the app to a file, so it is allowed in development only. "
            + "Remove it, or set DOTNET_ENVIRONMENT=Development.",
            error.Message);
        Assert.False(System.IO.File.Exists(File));
    }
}
