namespace IpcApp;

/// <summary>
/// How much a page may ask for, section <c>IpcApp:Limits</c>. Electron has no back-pressure (S116), so over a limit an <c>invoke</c>
/// rejects, a <c>sendSync</c> answers an error, and a <c>send</c> is dropped and logged once.
/// </summary>
public sealed class IpcLimitOptions
{
    /// <summary>The size of one message in bytes, both ways. 128 MiB by default; 1 KiB to 256 MiB.</summary>
    public long MaxMessageBytes { get; set; } = 128L * 1024 * 1024;

    /// <summary>How many invokes of one frame may wait for their answers. 10,000 by default; at least 1.</summary>
    public int MaxPendingInvokesPerFrame { get; set; } = 10_000;

    /// <summary>
    /// How many bytes of one frame's messages may wait for their turn because a handler holds up the ones behind it. Each message counts
    /// 256 bytes more than it has. 256 MiB by default; 64 KiB to 16 GiB.
    /// </summary>
    public long MaxWaitingBytesPerFrame { get; set; } = 256L * 1024 * 1024;

    /// <summary>Whether a window that goes over a limit is closed. False by default.</summary>
    public bool CloseWindowOnOverload { get; set; }
}
