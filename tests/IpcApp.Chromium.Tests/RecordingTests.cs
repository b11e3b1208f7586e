using IpcApp.Testing;

namespace IpcApp.Chromium.Tests;

/// <summary>What a real page and the app said to each other, replayed against the same app with fake windows.</summary>
public sealed class RecordingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recording-");

    [Theory]
    [InlineData(true, "checks.html?subframes")]
    [InlineData(false, "checks.html")]
    [InlineData(false, "ports.html")]
    public async Task Traffic_of_a_real_page_can_be_replayed(bool payloads, string page)
    {
        var file = Path.Combine(_folder.FullName, "traffic.jsonl");
        var results = Path.Combine(_folder.FullName, "results.json");
        string[] settings =
        [
            $"--IpcApp:Windows:main:Url=app://local/{page}",
            $"--IpcApp:Windows:main:SubFrames={page.Contains("subframes", StringComparison.Ordinal)}",
            $"--ResultsFile={results}",
            .. page == "ports.html" ? PeerWindow : [],
        ];
        using (var app = new TestAppProcess(TestAppProcess.OnChromium(
            [$"--IpcApp:Record={file}", $"--IpcApp:RecordPayloads={payloads}", .. settings])))
        {
            Assert.True(await app.WaitForExitAsync() == 0, app.Output);
        }

        var recording = IpcRecording.Load(file);
        Assert.True(recording.IsComplete);
        Assert.InRange(recording.Messages.Count, 20, int.MaxValue);

        await using var again = await IpcTestApp.StartAsync<Program>(new IpcTestAppOptions { Args = ["--environment=Development", .. settings] });
        var options = new IpcReplayOptions()
            .IgnorePath("message:sender", "processId").IgnorePath("message:sender", "frameId").IgnorePath("message:sender", "contents");
        var report = await again.ReplayAsync(recording, options);

        Assert.True(report.Differences.Count == 0, report.ToString());
        Assert.Empty(report.Notes);
        Assert.Equal(recording.Messages.Count(message => !message.Kind.EndsWith("to-page", StringComparison.Ordinal)), report.MessagesSent);
    }

    private static string[] PeerWindow =>
    [
        "--IpcApp:Limits:MaxMessageBytes=16777216",
        "--IpcApp:Windows:peer:Url=app://local/peer.html",
        "--IpcApp:Windows:peer:Preload=peer-preload.cjs",
    ];

    public void Dispose() => _folder.Delete(recursive: true);
}
