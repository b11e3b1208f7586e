using IpcApp.Testing;

namespace IpcApp.Docs.Tests.Snippets;

public sealed class SessionTests
{
    [Fact]
    public async Task A_recorded_session_goes_as_it_went()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var recording = IpcRecording.Load(Path.Combine(AppContext.BaseDirectory, "Recordings", "session.jsonl"));

        var report = await app.ReplayAsync(recording);

        report.AssertNoDifferences();
    }

    [Fact]
    public async Task What_differs_on_purpose_is_left_out()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var recording = IpcRecording.Load(Path.Combine(AppContext.BaseDirectory, "Recordings", "session.jsonl"));

        var options = new IpcReplayOptions { Seed = 7 }
            .IgnorePath("**.createdAt")                           // in any value
            .IgnorePath("notes:list", "notes[*].id")              // in one channel's
            .IgnoreChannel("clock:*")                             // sent, but not compared
            .SkipChannel("app:quit")                              // not sent
            .Provide("notes:export", "[0].format", "markdown");   // instead of a made-up string
        var report = await app.ReplayAsync(recording, options);

        report.AssertNoDifferences();
    }
}
