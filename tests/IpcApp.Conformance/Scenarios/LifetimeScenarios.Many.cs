using System.Globalization;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Calls that their page no longer waits for, and many windows at once.</summary>
public abstract partial class LifetimeScenarios
{
    [Theory]
    [InlineData("navigation")]
    [InlineData("close")]
    public async Task Handlers_of_a_page_that_goes_away_are_told_and_their_answers_go_nowhere(string end)
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var (told, answer) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource<int>());
        IpcMain.Handle(channel, async e =>
        {
            using var registration = e.Aborted.Register(told.SetResult);
            Note("started");
            return await answer.Task;
        });
        var call = await page.StartInvokeAsync(channel);
        await NotedAsync("started");
        Assert.False(told.Task.IsCompleted);
        await (end == "navigation" ? page.NavigateAsync("next") : page.CloseAsync());
        await told.Task.SoonAsync();
        App.Logs.Clear();
        answer.SetResult(1);
        await App.WhenIdleAsync();
        Assert.True((await call.SoonAsync()).IsGone);
        Assert.Empty(App.Logs.Entries);
    }

    [Fact]
    public async Task A_handler_that_waits_for_its_page_to_stay_is_cancelled_without_a_line_in_the_log()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle(channel, async (e, args) =>
        {
            Note("started");
            await Task.Delay(Timeout.Infinite, e.Aborted);
            return null;
        });
        await page.StartInvokeAsync(channel);
        await NotedAsync("started");
        await page.ReloadAsync();
        await SettleAsync(page);
        Assert.Empty(App.Logs.Entries);
    }

    [Fact]
    public async Task A_handler_of_a_send_is_not_cancelled_when_its_page_goes_so_that_it_can_save()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var (goOn, saved) = (new TaskCompletionSource(), new TaskCompletionSource<bool>());
        IpcMain.On(channel, async (e, args) =>
        {
            await goOn.Task;
            saved.SetResult(!e.Aborted.IsCancellationRequested);
        });
        await page.SendAsync(channel);
        await page.CloseAsync();
        goOn.SetResult();
        Assert.True(await saved.Task.SoonAsync());
    }

    [Fact]
    public async Task Many_windows_each_have_their_own_calls_and_leave_nothing_behind()
    {
        var (channel, news) = (Channel(), Channel("news"));
        var before = App.WebContents.GetAllWebContents();
        var closed = 0;
        IpcMain.Handle(channel, async (IpcMainInvokeEvent e, string text) =>
        {
            await Task.Yield();
            return $"{text} from {e.Sender.Id}";
        });
        var pages = new List<Page>();
        for (var i = 0; i < windows; i++)
        {
            pages.Add(await OpenPageAsync());
            pages[i].WebContents.Destroyed += (_, _) =>
            {
                if (Interlocked.Increment(ref closed) == windows)
                {
                    Note("all closed");
                }
            };
            await pages[i].ListenAsync(news);
        }

        var ids = pages.Select(page => page.WebContents.Id).ToList();
        Assert.Equal(windows, ids.Distinct().Count());
        Assert.Equal(ids, App.WebContents.GetAllWebContents().Except(before).Select(contents => contents.Id));
        await Task.WhenAll(pages.Select(async page => (await page.InvokeAsync(channel, "hello"))
            .ShouldBe(string.Create(CultureInfo.InvariantCulture, $"hello from {page.WebContents.Id}"))));
        App.WebContents.SendToAll(news, "to all");
        await Task.WhenAll(pages.Select(async page => (await page.NextAsync(news)).ShouldBe("to all")));
        await Task.WhenAll(pages.Select(page => page.CloseAsync()));
        await NotedAsync("all closed");
        Assert.Equal(before, App.WebContents.GetAllWebContents());
        Assert.All(ids, id => Assert.Null(App.WebContents.FromId(id)));
        Assert.All(pages, page => Assert.True(page.WebContents.IsDestroyed()));
    }
}
