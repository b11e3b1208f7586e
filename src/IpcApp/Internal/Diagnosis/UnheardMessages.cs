using IpcApp.Internal.Emitters;
using IpcApp.Internal.Frames;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Wire;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Diagnosis;

/// <summary>
/// Warns of messages that nothing takes, with the name that the page probably meant. Electron's side reports each channel of a window once,
/// and only in development.
/// </summary>
internal sealed class UnheardMessages(ChannelTable channels, Emitter ipcMain, FrameTree frames, ILogger<Subsystem.Ipc> logger) : IConnectionObserver
{
    public void Connected(IElectronLink? link)
    {
        // Nothing is unheard before the pages load.
    }

    public void Noticed(ElectronNotice notice)
    {
        if (notice is { Type: "unheard", Kind: { } kind, Channel: { } channel })
        {
            DevelopmentLog.UnheardMessage(logger, $"{Mistake(notice, kind, channel)} {Remedy(kind, channel, notice.Listening ?? [])}");
        }
    }

    public void Ended()
    {
    }

    private string Mistake(ElectronNotice notice, string kind, string channel)
    {
        var (shown, page) = (LogText.Clean(channel), PageName.Of(frames, notice.Contents, notice.Url));
        return kind switch
        {
            "sendSync" => $"{page} called sendSync('{shown}'), and nothing listens on that channel: "
                + $"the answer was {{ error: '{ElectronText.ReplyNeverSent}' }}.",
            "invoke" => $"{page} called invoke('{shown}'), and no handler is registered for that channel: the call was rejected.",
            _ => $"{page} called {LogText.Clean(kind)}('{shown}'), and nothing listens on that channel: the message was dropped.",
        };
    }

    private string Remedy(string kind, string channel, IReadOnlyList<string> listening)
    {
        var isCall = kind == "invoke";
        var known = channels.Known();
        if (known.FirstOrDefault(each => each.Name == channel) is { } same && (isCall ? same.HasListener : same.HasHandler))
        {
            return isCall
                ? $"'{LogText.Clean(channel)}' has a listener{NameOf(channel)}, not a handler: call send, or make it an [IpcHandle]."
                : $"'{LogText.Clean(channel)}' has a handler{NameOf(channel)}, not a listener: call invoke, or add {Attribute(kind, channel)}.";
        }

        if (isCall && listening.Contains(channel))
        {
            return $"'{LogText.Clean(channel)}' has a listener in the app's own JavaScript, not a handler: call send, or use ipcMain.handle there.";
        }

        if (known.Count == 0 && listening.Count == 0)
        {
            return "No channel is registered at all: call builder.Services.AddIpcHandlers(), and add a handler class.";
        }

        var fitting = known.Where(each => isCall ? each.HasHandler : each.HasListener).Select(each => each.Name);
        if (NearestName.Find(channel, isCall ? fitting : fitting.Concat(listening)) is { } near)
        {
            return $"Did you mean '{LogText.Clean(near)}'{NameOf(near)}? If not, add {Attribute(kind, channel)}.";
        }

        var others = known.Where(each => isCall ? each.HasListener : each.HasHandler).Select(each => each.Name);
        return NearestName.Find(channel, isCall ? others.Concat(listening) : others) is { } other
            ? $"Did you mean '{LogText.Clean(other)}'{NameOf(other)}? It has a {(isCall ? "listener: call send" : "handler: call invoke")}."
            : $"Add {Attribute(kind, channel)}.";
    }

    private static string Attribute(string kind, string channel)
    {
        var (attribute, method) = kind switch
        {
            "invoke" => ("IpcHandle", "Handle"),
            "sendSync" => ("IpcSync", "On"),
            _ => ("IpcOn", "On"),
        };
        return $"[{attribute}(\"{LogText.Clean(channel)}\")] to a method of a handler class, or call IIpcMain.{method}";
    }

    /// <summary>The method behind a channel, where it is on <c>ipcMain</c>.</summary>
    private string NameOf(string channel)
        => ipcMain.GetRegistrations().FirstOrDefault(each => each.Channel == channel) is { DisplayName: { Length: > 0 } name }
            ? $" ({LogText.Clean(name)})"
            : "";
}
