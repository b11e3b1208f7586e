using IpcApp.Internal.Emitters;

namespace IpcApp.Internal.Dispatch;

/// <summary>
/// The emitters that a message reaches, in the order of S32: that of the frame's place in the tree (S36, S37), that of its window, the
/// global one. The first two are there only if the app has ever asked for them (S38).
/// </summary>
internal sealed class Scopes(Emitter ipcMain)
{
    public const int Count = 3;

    public Emitter? At(int level, IncomingMessage message) => level switch
    {
        0 => message.Document.Node.EmitterOrNull,
        1 => message.Document.Node.WebContents.EmitterOrNull,
        _ => ipcMain,
    };
}
