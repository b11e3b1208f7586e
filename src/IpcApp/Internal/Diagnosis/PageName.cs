using IpcApp.Internal.Frames;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Diagnosis;

/// <summary>Names a page for the log.</summary>
internal static class PageName
{
    /// <summary><c>The page app://local/ in window 'main'</c>.</summary>
    public static string Of(FrameTree frames, int contents, string? url)
        => $"The page {LogText.Clean(url is { Length: > 0 } ? url : "without an address")} in {Window(frames, contents)}";

    /// <summary><c>window 'main'</c>, <c>window 3</c>, or the number of the contents where no window is known.</summary>
    public static string Window(FrameTree frames, int contents) => frames.FromId(contents) switch
    {
        { WindowName: { } name } => $"window '{LogText.Clean(name)}'",
        { Window: { } window } => $"window {window.Id}",
        _ => $"WebContents #{contents}",
    };
}
