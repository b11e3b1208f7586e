using IpcApp.Internal.Wire;
using IpcApp.Tests.Values;

namespace IpcApp.Tests.Dispatch;

/// <summary>A document that sends while it is unloading has the place in the tree of the one that follows it (S37, S99).</summary>
public sealed class UnloadingDocumentTests
{
    private const uint Next = 2;
    private const uint Unloading = 3;

    [Fact]
    public async Task Its_end_is_not_that_of_the_frame()
    {
        await using var app = await RawApp.StartAsync();
        var frame = app.Contents.MainFrame;
        app.Host.Tell(MessageKind.Control, 0, """{ "type": "frame-gone", "frame": 1, "reason": "navigated" }""");
        app.Host.Tell(MessageKind.Frame, Next, Snapshot(frameId: 2, isDetached: false));
        app.Host.Tell(MessageKind.Frame, Unloading, Snapshot(frameId: 1, isDetached: true));

        app.Host.Tell(MessageKind.Control, 0, $$"""{ "type": "frame-gone", "frame": {{Unloading}}, "reason": "removed" }""");

        Assert.False(frame.IsDestroyed());
        Assert.Same(frame, app.Contents.MainFrame);
        Assert.Equal(2, frame.RoutingId);
        app.Contents.Send("still there");
        Assert.Single(app.Host.Emitted);
        Assert.Empty(app.Log);
    }

    [Fact]
    public async Task The_end_of_an_iframes_document_is_that_of_the_iframe()
    {
        await using var app = await RawApp.StartAsync();
        app.Host.Tell(MessageKind.Frame, Next, Snapshot(frameId: 2, isDetached: false, treeNode: 2));
        var frame = Assert.Single(app.Contents.MainFrame.Frames);

        app.Host.Tell(MessageKind.Control, 0, $$"""{ "type": "frame-gone", "frame": {{Next}}, "reason": "removed" }""");

        Assert.True(frame.IsDestroyed());
    }

    [Theory]
    [InlineData("removed")]
    [InlineData("destroyed")]
    public async Task A_frame_whose_end_overtakes_its_beginning_does_not_come_to_life(string reason)
    {
        await using var app = await RawApp.StartAsync();
        app.Host.Tell(MessageKind.Control, 0, $$"""{ "type": "frame-gone", "frame": {{Next}}, "reason": "{{reason}}" }""");
        app.Host.Tell(MessageKind.Frame, Next, Snapshot(frameId: 2, isDetached: false, treeNode: 2));

        Assert.Empty(app.Contents.MainFrame.Frames);
        app.Host.Tell(MessageKind.Frame, Unloading, Snapshot(frameId: 3, isDetached: false, treeNode: 3));
        Assert.Equal(3, Assert.Single(app.Contents.MainFrame.Frames).RoutingId);
    }

    private static string Snapshot(int frameId, bool isDetached, int treeNode = 1)
    {
        var parents = treeNode == 1 ? "[]" : """[{ "treeNode": 1, "url": "app://local/", "origin": "app://local" }]""";
        return $$"""
            {
              "contents": 1, "processId": 1, "frameId": {{frameId}}, "treeNode": {{treeNode}}, "url": "app://local/", "origin": "app://local",
              "isMainFrame": {{(treeNode == 1 ? "true" : "false")}}, "detached": {{(isDetached ? "true" : "false")}}, "parents": {{parents}}
            }
            """;
    }
}
