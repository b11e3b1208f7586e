namespace IpcApp.Docs.Tests.Snippets;

public static class Lifetimes
{
    public static void Watch(WebContents contents)
    {
        contents.DidFrameNavigate += (_, e) => Console.WriteLine($"{e.Frame.FrameTreeNodeId} shows {e.Url}");
        contents.DidNavigateInPage += (_, e) => Console.WriteLine($"{e.Frame.FrameTreeNodeId} is at {e.Url} now");
        contents.RenderProcessGone += (_, e) => Console.WriteLine($"The page's process is gone: {e.Reason}");
        contents.Destroyed += (_, _) => Console.WriteLine($"Window {contents.Id} is closed");
        foreach (var frame in contents.MainFrame.FramesInSubtree)
        {
            Console.WriteLine($"{frame.Origin} {frame.Url} {frame.ProcessId}/{frame.RoutingId}");
        }
    }
}
