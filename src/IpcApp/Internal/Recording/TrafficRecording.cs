using IpcApp.Internal.Codec;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Session;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Recording;

/// <summary>The app's recording, if <see cref="IpcAppOptions.Record"/> asks for one; else it does nothing at all.</summary>
internal sealed class TrafficRecording(IpcAppOptions options, IpcSerializer serializer, TimeProvider time, ILogger<Subsystem.Recording> logger)
    : IAsyncDisposable
{
    private Recorder? _recorder;

    /// <summary>Makes the file, so that a wrong path stops the app before there is anything to record.</summary>
    /// <exception cref="IpcStartupException">The file cannot be made.</exception>
    public void Open()
    {
        if (options.Record is { Length: > 0 } path)
        {
            var file = RecordingFile.Create(path);
            var lines = new LineWriter(LineFile.Begin(file, options.RecordPayloads, time.GetUtcNow()), serializer, options.RecordPayloads);
            _recorder = new Recorder(lines, file.Name, time, logger);
            RecordingLog.Started(logger, options.RecordPayloads ? LogLevel.Warning : LogLevel.Information,
                file.Name, options.RecordPayloads ? "with everything in them" : "without their contents");
        }
    }

    /// <summary>The connection, recorded or as it is.</summary>
    public IElectronConnection Attach(IElectronConnection connection)
        => _recorder is { } recorder ? new RecordingConnection(connection, recorder) : connection;

    /// <summary>Writes what waits.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_recorder is { } recorder)
        {
            await recorder.DisposeAsync().ConfigureAwait(false);
        }
    }
}
