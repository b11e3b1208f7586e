namespace IpcApp.Testing.Internal;

internal static class Snapshots
{
    /// <summary>What Electron says of a sender, in the members that the bridge's JSON has.</summary>
    /// <param name="frame">The sender.</param>
    /// <param name="event">Electron's name of the event that tells of it; null for none.</param>
    public static object Of(FakeFrame frame, string? @event = null) => new
    {
        contents = frame.Window.Id,
        processId = frame.ProcessId,
        frameId = frame.FrameId,
        treeNode = frame.TreeNode,
        token = frame.FrameToken,
        url = frame.Url,
        origin = frame.Origin,
        name = frame.Name,
        visibility = frame.VisibilityState,
        osProcessId = 0,
        isMainFrame = frame.Parent is null,
        detached = frame.IsDetached,
        @event,
        parents = Ancestors(frame).Select(parent => new { treeNode = parent.TreeNode, url = parent.Url, origin = parent.Origin }).ToArray(),
    };

    private static IEnumerable<FakeFrame> Ancestors(FakeFrame frame)
    {
        for (var parent = frame.Parent; parent is not null; parent = parent.Parent)
        {
            yield return parent;
        }
    }
}
