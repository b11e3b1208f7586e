using IpcApp.Internal.Frames;

namespace IpcApp.Testing.Internal;

/// <summary>Which objects of the app stand for windows and frames, so that it can be seen whether they go with them.</summary>
internal sealed partial class FakeElectron
{
    private readonly List<(WeakReference Object, FakeWindow Window)> _trackedWindows = [];
    private readonly List<(WeakReference Object, FakeFrame Frame)> _trackedFrames = [];
    private FrameTree? _tree;

    /// <summary>What is still referred to of windows that are closed and frames that were removed.</summary>
    public IReadOnlyList<string> FindLeaks()
    {
        lock (_reader)
        {
            _session?.ForgetGone();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            _trackedWindows.RemoveAll(tracked => !tracked.Object.IsAlive);
            _trackedFrames.RemoveAll(tracked => !tracked.Object.IsAlive);
            return
            [
                .. _trackedWindows
                    .Where(tracked => tracked.Window.IsClosed)
                    .Select(tracked => $"the WebContents of {NameOf(tracked.Window)}, which is closed"),

                // A main frame's goes and stays with the contents.
                .. _trackedFrames
                    .Where(tracked => tracked.Frame is { IsRemoved: true, Parent: not null })
                    .Select(tracked => $"the WebFrameMain of the frame {tracked.Frame.Url} of {NameOf(tracked.Frame.Window)}, which is gone"),
            ];
        }
    }

    private static string NameOf(FakeWindow window)
        => window.Name is { } name ? $"the window '{name}' ({window.MainFrame.Url})" : $"a window without a name ({window.MainFrame.Url})";

    private void Track(FakeWindow window)
    {
        if (_tree?.FromId(window.Id) is { } contents)
        {
            _trackedWindows.Add((new WeakReference(contents), window));
        }
    }

    private void Track(FakeFrame frame)
    {
        if (!frame.IsDetached
            && _tree?.FromId(frame.Window.Id) is { } contents
            && _tree.FindNode(contents, frame.TreeNode) is { } node
            && frame.Tracked is not { IsAlive: true })
        {
            frame.Tracked = new WeakReference(node);
            _trackedFrames.Add((frame.Tracked, frame));
        }
    }
}
