using IpcApp.Internal.Session;
using IpcApp.Internal.Tap;
using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Recording;

/// <summary>A connection whose traffic is told to a tap, both ways.</summary>
internal sealed class RecordingConnection(IElectronConnection inner, ITrafficTap tap) : IElectronConnection
{
    public Task<string?> Completion => inner.Completion;

    public RendererName Renderer => inner.Renderer;

    public string PrivateDirectory => inner.PrivateDirectory;

    public Task<int?> ReportedExitCodeAsync() => inner.ReportedExitCodeAsync();

    public void RemoveDirectory() => inner.RemoveDirectory();

    public void Start(ElectronSession session)
    {
        session.Tap = tap;
        inner.Start(session);
    }

    public string? Send(MessageKind kind, uint lane, uint id, PayloadWriter payload)
    {
        tap.Sent(kind, lane, id, payload.WrittenMemory.Span);
        var refusal = inner.Send(kind, lane, id, payload);
        if (refusal is not null)
        {
            tap.Refused(kind, lane, refusal);
        }

        return refusal;
    }

    public Task QuitAsync(int exitCode, CancellationToken cancellationToken) => inner.QuitAsync(exitCode, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
