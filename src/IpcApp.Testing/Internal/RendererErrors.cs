using IpcApp.Internal.Ground;

namespace IpcApp.Testing.Internal;

/// <summary>The forms in which a page meets an error.</summary>
internal static class RendererErrors
{
    /// <summary>What the promise of an invoke rejects with (S51).</summary>
    public static IpcRendererException Rejection(string channel, string text) => new($"Error invoking remote method '{channel}': {text}");

    /// <summary>What a page throws whose document is gone (S153).</summary>
    public static IpcRendererException Released() => new("IPC method called after context was released");

    /// <summary>What a sendSync returns instead of an answer (S71, S72).</summary>
    public static IpcObject ErrorObject(string text) => new() { ["error"] = text };

    /// <summary>Returns the line that Electron's side logs for a sendSync without a listener (S70).</summary>
    public static object UnheardSync(int contents, string channel, string note) => new
    {
        type = "log",
        level = "warning",
        message = $"WebContents #{contents} called ipcRenderer.sendSync() with '{LogText.Clean(channel)}' channel without listeners.{note}",
    };

    /// <summary>The line that Electron's side logs for an invoke without a handler (S53, S54).</summary>
    public static string UnknownInvoke(string channel, string note)
        => $"Error occurred in handler for '{LogText.Clean(channel)}': Error: No handler registered for '{LogText.Clean(channel)}'{note}";

    /// <summary>Encodes what a page sends; a value that cannot be cloned is thrown at the page (S118).</summary>
    public static void Cloning(Action encode)
    {
        try
        {
            encode();
        }
        catch (IpcCloneException e)
        {
            throw new IpcRendererException(e.Message, e);
        }
    }
}
