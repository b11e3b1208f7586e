using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Where a frame is, what it shows, and how it is found.</summary>
public abstract partial class FramesScenarios
{
    [Fact, Rule(105)]
    public async Task S105_A_frames_origin_is_that_of_what_it_shows()
    {
        var page = await OpenPageAsync(WithSubFrames);
        Assert.Equal(("app://local", "app://local/page.html?inner"), await AddAsync(new FrameOptions()));
        Assert.Equal(("null", "app://local/page.html?inner"), await AddAsync(new FrameOptions { Sandboxed = true }));
        Assert.Equal(("app://local", "about:srcdoc"), await AddAsync(new FrameOptions { SourceDocument = true }));
        Assert.Equal((ConformanceApp.ForeignOrigin, $"{ConformanceApp.ForeignOrigin}/"), await AddAsync(ForeignFrame));

        async Task<(string Origin, string Url)> AddAsync(FrameOptions options)
        {
            var e = await EventFromAsync(await page.AddFrameAsync(options));
            Assert.Equal((e.SenderInfo.Origin, e.SenderInfo.Url), (e.SenderFrame!.Origin, e.SenderFrame.Url));
            return (e.SenderFrame.Origin, e.SenderFrame.Url);
        }
    }

    [Fact, Rule(105)]
    public async Task S105_An_empty_iframe_has_its_creators_origin()
    {
        var page = await OpenPageAsync(WithSubFrames);
        var e = await EventFromAsync(await page.AddFrameAsync(new FrameOptions { Url = "" }));
        Assert.Equal("app://local", e.SenderInfo.Origin);
    }

    [Fact, Rule(106)]
    public async Task S106_A_message_carries_what_its_sender_was()
    {
        var page = await OpenPageAsync(WithSubFrames);
        var outer = await page.AddFrameAsync(new FrameOptions { Name = "outer" });
        var inner = await outer.AddFrameAsync(new FrameOptions { Name = "inner", Sandboxed = true });
        var e = await EventFromAsync(inner);
        var (sender, frame) = (e.SenderInfo, e.SenderFrame!);
        Assert.Equal(page.WebContents.Id, sender.WebContentsId);
        Assert.Equal(("null", "inner", false, false), (sender.Origin, sender.Name, sender.IsMainFrame, sender.Detached));
        Assert.Equal((frame.FrameTreeNodeId, frame.FrameToken), (sender.FrameTreeNodeId, sender.FrameToken));
        Assert.NotEmpty(sender.FrameToken);
        Assert.Equal((frame.ProcessId, frame.RoutingId), (sender.ProcessId, sender.FrameId));
        Assert.Equal(
            [frame.Parent!.FrameTreeNodeId, page.WebContents.MainFrame.FrameTreeNodeId],
            sender.Parents.Select(parent => parent.FrameTreeNodeId));
        Assert.All(sender.Parents, parent => Assert.Equal("app://local", parent.Origin));
        var copy = sender with { };
        await page.NavigateAsync("next");
        await SettleAsync(page);
        Assert.Equal(copy, e.SenderInfo);
    }

    [Fact]
    public async Task The_frames_of_a_page_are_a_tree()
    {
        var page = await OpenPageAsync(WithSubFrames);
        var main = page.WebContents.MainFrame;
        Assert.Empty(main.Frames);
        var outer = (await EventFromAsync(await page.AddFrameAsync(new FrameOptions { Name = "outer" }))).SenderFrame!;
        var second = await page.AddFrameAsync(new FrameOptions { Name = "second" });
        var last = (await EventFromAsync(second)).SenderFrame!;
        var inner = (await EventFromAsync(await second.AddFrameAsync(new FrameOptions { Name = "inner" }))).SenderFrame!;
        Assert.Equal([outer, last], main.Frames);
        Assert.Equal([main, outer, last, inner], main.FramesInSubtree);
        Assert.Equal([last, inner], last.FramesInSubtree);
        Assert.Equal((last, main, null), (inner.Parent, last.Parent, main.Parent));
        Assert.All([main, outer, last, inner], frame => Assert.Same(main, frame.Top));
        Assert.Equal(["", "outer", "second", "inner"], main.FramesInSubtree.Select(frame => frame.Name));
        await RemoveAsync(second);
        Assert.Equal([main, outer], main.FramesInSubtree);
        await SettleAsync(page); // the end of each frame is told by itself
        Assert.True(inner.IsDestroyed());
    }

    [Fact]
    public async Task A_frame_is_found_by_its_ids_and_by_its_token_while_it_shows_that_document()
    {
        var page = await OpenPageAsync(WithSubFrames);
        var iframe = (await EventFromAsync(await page.AddFrameAsync())).SenderFrame!;
        foreach (var frame in new[] { page.WebContents.MainFrame, iframe })
        {
            Assert.Same(frame, App.Frames.FromId(frame.ProcessId, frame.RoutingId));
            Assert.Same(frame, App.Frames.FromFrameToken(frame.ProcessId, frame.FrameToken));
            Assert.Null(App.Frames.FromId(frame.ProcessId + 1000, frame.RoutingId));
            Assert.Null(App.Frames.FromFrameToken(frame.ProcessId, "no token"));
        }

        var main = page.WebContents.MainFrame;
        var (process, routing, token) = (main.ProcessId, main.RoutingId, main.FrameToken);
        await page.NavigateAsync("next");
        await SettleAsync(page);
        Assert.NotEqual((process, routing), (main.ProcessId, main.RoutingId));
        Assert.Null(App.Frames.FromId(process, routing));
        Assert.Null(App.Frames.FromFrameToken(process, token));
        Assert.Same(main, App.Frames.FromFrameToken(main.ProcessId, main.FrameToken));
    }
}
