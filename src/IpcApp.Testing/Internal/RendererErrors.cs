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

    /// <summary>What the host logs for a sendSync that nobody hears (S70).</summary>
    public static object UnheardSync(int contents, string channel, string remark) => new
    {
        type = "log",
        level = "warning",
        message = $"WebContents #{contents} called ipcRenderer.sendSync() with '{LogText.Clean(channel)}' channel without listeners.{remark}",
    };

    /// <summary>What the host logs for an invoke that nobody handles (S53, S54).</summary>
    public static string UnknownInvoke(string channel, string remark)
        => $"Error occurred in handler for '{LogText.Clean(channel)}': Error: No handler registered for '{LogText.Clean(channel)}'{remark}";

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
