using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Testing.Recording;

/// <summary>A folder for recordings, and the test app recorded or replayed with handlers of the test's own.</summary>
public abstract class RecordingTest : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recording-");

    protected string File => Path.Combine(_folder.FullName, "traffic.jsonl");

    /// <summary>What the replays of a test must find in time; short, as nothing but what is missing is waited for.</summary>
    protected static IpcReplayOptions Impatient => new() { QuietTime = TimeSpan.FromMilliseconds(50) };

    protected Task<IpcTestApp> StartAsync(params string[] args) => IpcTestApp.StartAsync<Program>(new IpcTestAppOptions { Args = ["--environment=Development", .. args] });

    protected Task<IpcTestApp> StartRecordingAsync(params string[] args) => StartAsync([$"--IpcApp:Record={File}", .. args]);

    /// <summary>Records what the pages do, with or without payloads.</summary>
    protected async Task<IpcRecording> RecordAsync(bool payloads, Func<IpcTestApp, Task> act)
    {
        await using (var app = await StartRecordingAsync($"--IpcApp:RecordPayloads={payloads}"))
        {
            await act(app);
            await app.WhenIdleAsync();
        }

        return IpcRecording.Load(File);
    }

    protected async Task<IpcReplayReport> ReplayAsync(IpcRecording recording, IpcReplayOptions? options = null, Action<IpcTestApp>? prepare = null)
    {
        await using var app = await StartAsync();
        prepare?.Invoke(app);
        return await app.ReplayAsync(recording, options);
    }

    /// <summary>The recording as it is after some of its text was changed.</summary>
    protected IpcRecording Edit(Func<IReadOnlyList<string>, IEnumerable<string>> change)
    {
        System.IO.File.WriteAllLines(File, change(System.IO.File.ReadAllLines(File)).ToList());
        return IpcRecording.Load(File);
    }

    protected static IIpcMain IpcMain(IpcTestApp app) => app.Services.GetRequiredService<IIpcMain>();

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
