using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>What main knows of frames that send nothing: loads, navigations within a document, new names.</summary>
public abstract partial class FramesScenarios
{
    /// <summary>Iframes, with their addresses and origins. An empty one has an address of its own on Electron.</summary>
    private static readonly Dictionary<string, (FrameOptions Options, string? Url, string Origin)> Kinds = new()
    {
        ["own"] = (new FrameOptions(), "app://local/page.html?inner", "app://local"),
        ["sandboxed"] = (new FrameOptions { Sandboxed = true }, "app://local/page.html?inner", "null"),
        ["foreign"] = (ForeignFrame, $"{ConformanceApp.ForeignOrigin}/", ConformanceApp.ForeignOrigin),
        ["empty"] = (new FrameOptions { Url = "" }, null, "app://local"),
        ["about:blank"] = (new FrameOptions { Url = "about:blank" }, null, "app://local"),
        ["srcdoc"] = (new FrameOptions { SourceDocument = true }, "about:srcdoc", "app://local"),
        ["sandboxed srcdoc"] = (new FrameOptions { SourceDocument = true, Sandboxed = true }, "about:srcdoc", "null"),
    };

    public static TheoryData<string, bool> SilentFrames =>
        [.. Kinds.Keys.SelectMany(kind => new[] { new TheoryDataRow<string, bool>(kind, true), new TheoryDataRow<string, bool>(kind, false) })];

    [Theory, Rule(105)]
    [MemberData(nameof(SilentFrames))]
    public async Task S105_An_iframe_that_never_sends_has_its_address_and_origin_when_it_is_said_to_have_navigated(string kind, bool subFrames)
    {
        var (options, url, origin) = Kinds[kind];
        var page = await OpenPageAsync(new PageOptions { SubFrames = subFrames });
        var (_, frame, seen) = await AddSilentAsync(page, options);
        Assert.Equal((origin, false), (seen.Origin, seen.IsMainFrame));
        Assert.Equal(url ?? seen.Url, seen.Url);
        Assert.Equal((seen.Url, origin, "silent"), (frame.Url, frame.Origin, frame.Name));
        Assert.Same(page.WebContents.MainFrame, frame.Parent);
    }

    [Fact, Rule(105)]
    public async Task S105_A_page_that_never_sends_has_its_address_and_origin()
    {
        var page = await OpenPageAsync();
        await WhenQuietAsync(page);
        var seen = new TaskCompletionSource<(string, string, string)>(TaskCreationOptions.RunContinuationsAsynchronously);
        page.WebContents.DidNavigate += (_, e) => seen.TrySetResult((e.Url, e.Frame.Url, e.Frame.Origin));
        await page.VisitAsync($"{ConformanceApp.ForeignOrigin}/");
        const string Url = $"{ConformanceApp.ForeignOrigin}/";
        Assert.Equal((Url, Url, ConformanceApp.ForeignOrigin), await seen.Task.SoonAsync());
    }

    [Theory, Rule(105)]
    [InlineData("main")]
    [InlineData("own")]
    [InlineData("foreign")]
    public async Task S105_The_address_follows_navigations_within_a_document(string where)
    {
        var page = await OpenPageAsync();
        await WhenQuietAsync(page);
        var (place, frame) = (default(Frame), page.WebContents.MainFrame);
        if (where != "main")
        {
            (place, frame, _) = await AddSilentAsync(page, Kinds[where].Options);
        }

        var (origin, token) = (frame.Origin, frame.FrameToken);
        await ShouldFollowAsync("history.pushState(null, '', '/deep/er')", "/deep/er");
        await ShouldFollowAsync("history.replaceState(null, '', '?query')", "/deep/er?query");
        await ShouldFollowAsync("location.hash = 'part'", "/deep/er?query#part");
        await ShouldFollowAsync("history.back()", "/deep/er?query");
        Assert.Equal((origin, token), (frame.Origin, frame.FrameToken));

        async Task ShouldFollowAsync(string script, string path)
        {
            var e = await NavigateInPageAsync(page, script, origin + path, place);
            Assert.Same(frame, e.Frame);
            Assert.Equal((place is null, frame.ProcessId, frame.RoutingId), (e.IsMainFrame, e.FrameProcessId, e.FrameRoutingId));
            Assert.Equal(e.Url, frame.Url);
        }
    }

    [Fact, Rule(105)]
    public async Task S105_The_address_follows_a_fragment_in_a_document_that_the_page_wrote()
    {
        var page = await OpenPageAsync();
        var (place, frame, _) = await AddSilentAsync(page, Kinds["srcdoc"].Options);
        await NavigateInPageAsync(page, "location.hash = 'part'", "about:srcdoc#part", place);
        Assert.Equal(("about:srcdoc#part", "app://local"), (frame.Url, frame.Origin));
    }

    [Fact, Rule(105), Rule(106)]
    public async Task S105_A_document_that_navigates_within_itself_keeps_its_calls_and_its_messages_have_the_new_address()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var (started, answer) = (new TaskCompletionSource<IpcMainInvokeEvent>(), new TaskCompletionSource<int>());
        IpcMain.Handle(channel, e =>
        {
            started.SetResult(e);
            return answer.Task;
        });
        var call = await page.StartInvokeAsync(channel);
        var before = await started.Task.SoonAsync();
        await NavigateInPageAsync(page, "history.pushState(null, '', '/new')", "app://local/new");
        Assert.False(before.Aborted.IsCancellationRequested);
        Assert.Same(page.WebContents.MainFrame, before.SenderFrame);
        Assert.EndsWith("page.html", before.SenderInfo.Url.Split('?')[0], StringComparison.Ordinal);
        answer.SetResult(1);
        (await call.SoonAsync()).ShouldBe(1);
        Assert.Equal("app://local/new", (await EventFromAsync(page)).SenderInfo.Url);
    }

    [Fact, Rule(106)]
    public async Task S106_A_frame_that_was_renamed_has_its_new_name_in_its_messages()
    {
        var page = await OpenPageAsync(WithSubFrames);
        var inner = await page.AddFrameAsync(new FrameOptions { Name = "inner" });
        foreach (var (frame, before) in new[] { ((Frame)page, ""), (inner, "inner") })
        {
            Assert.Equal(before, (await EventFromAsync(frame)).SenderInfo.Name);
            await frame.SetNameAsync("renamed");
            var e = await EventFromAsync(frame);
            Assert.Equal(("renamed", "renamed"), (e.SenderInfo.Name, e.SenderFrame!.Name));
        }
    }

    /// <summary>Adds an iframe with the name <c>silent</c>, and takes the event that tells of its document.</summary>
    private static async Task<(Frame Frame, WebFrameMain InMain, (string Url, string Origin, bool IsMainFrame) Seen)> AddSilentAsync(
        Page page, FrameOptions options)
    {
        var navigated = new TaskCompletionSource<(WebFrameMain, (string, string, bool))>(TaskCreationOptions.RunContinuationsAsynchronously);
        page.WebContents.DidFrameNavigate += Take;
        var frame = await page.AddFrameAsync(options with { Name = "silent" });
        var (inMain, seen) = await navigated.Task.SoonAsync();
        page.WebContents.DidFrameNavigate -= Take;
        return (frame, inMain, seen);

        void Take(object? sender, FrameNavigatedEventArgs e)
        {
            if (!e.IsMainFrame)
            {
                navigated.TrySetResult((e.Frame, (e.Url, e.Frame.Origin, e.IsMainFrame)));
            }
        }
    }
}
