using IpcApp.Internal.Frames;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Wire;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Session;

/// <summary>
/// Applies control messages: those about windows' contents and frames to the tree, those for the log to the log, and all others to whatever
/// observes the connection. Used on the connection's reader alone.
/// </summary>
internal sealed class SessionNotices(FrameTree frames, ElectronNotices observers, ILogger<Subsystem.Electron> logger)
{
    /// <param name="notice">The control message.</param>
    /// <param name="documents">The documents of the connection that it came over.</param>
    public void Apply(ElectronNotice notice, DocumentTable documents)
    {
        switch (notice.Type)
        {
            case "contents-created":
                var contents = frames.GetOrAddContents(notice.Contents);
                contents.WindowName = notice.Window;
                contents.MainFrameOrNull = frames.GetOrAddNode(contents, notice.TreeNode);
                break;
            case "contents-destroyed":
                frames.RemoveContents(notice.Contents);
                break;
            case "frame-gone":
                documents.Gone(notice.Frame, notice.Reason);
                break;
            case "dom-ready" when frames.FromId(notice.Contents) is { } loaded:
                if (frames.FindNode(loaded, notice.TreeNode) is { } frame)
                {
                    loaded.OnDomReady(frame);
                }

                observers.Raise(notice);
                break;
            case "render-process-gone" when frames.FromId(notice.Contents) is { } crashed:
                crashed.OnRenderProcessGone(new(notice.Reason ?? "", notice.ExitCode));
                break;
            case "preload-error" when frames.FromId(notice.Contents) is { } failed:
                failed.OnPreloadError(new(notice.Preload ?? "", notice.Message ?? "", notice.Stack));
                break;
            case "error":
                ElectronLog.HostError(logger, notice.Source ?? "host", notice.Window, notice.Message ?? "", notice.Stack);
                observers.Raise(notice);
                break;
            case "log":
                var level = LevelOf(notice);
                ElectronLog.HostMessage(logger, level, notice.Message ?? "");
                break;
            default:
                observers.Raise(notice);
                break;
        }
    }

    private static LogLevel LevelOf(ElectronNotice notice) => notice.Level switch
    {
        "error" => LogLevel.Error,
        "warning" => LogLevel.Warning,
        _ => LogLevel.Information,
    };
}
