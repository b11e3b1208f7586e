namespace IpcApp;

/// <summary>The event of an <c>ipcRenderer.invoke</c>, as handlers registered with <see cref="IIpcMain.Handle"/> receive it.</summary>
public sealed class IpcMainInvokeEvent : IpcEvent
{
    internal IpcMainInvokeEvent(string channel, IMessageSource source, IpcSenderInfo senderInfo, CancellationToken aborted)
        : base(channel, source, senderInfo, aborted)
    {
    }
}
