using System.Collections.Concurrent;
using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Failures in main: section 2.K.</summary>
public abstract class FailuresScenarios(AppFixture app) : ScenarioClass(app)
{
    [Fact, Rule(142)]
    public async Task S142_A_listener_that_throws_ends_that_message_and_no_other()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.On<int>(channel, (e, number) =>
        {
            Note($"first {number}");
            if (number == 1)
            {
                throw new InvalidOperationException("thrown by the scenario");
            }
        });
        IpcMain.On<int>(channel, (e, number) => Note($"second {number}"));
        await page.RunAsync(PageStep.Send(channel, 1), PageStep.Send(channel, 2));
        await SettleAsync(page);
        Assert.Equal(["first 1", "first 2", "second 2"], Notes);
        Assert.Equal("thrown by the scenario", Assert.Single(App.Logs.Entries).Exception?.Message);
    }

    [Fact, Rule(142)]
    public async Task S142_A_listener_that_throws_keeps_the_message_from_the_wider_scopes()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        page.WebContents.MainFrame.Ipc.On<string>(channel, (e, who) => Fail(who, "frame"));
        page.WebContents.IpcMessage += (e, args) => Fail(args[0].AsString(), "event");
        page.WebContents.Ipc.On<string>(channel, (e, who) => Fail(who, "window"));
        IpcMain.On(channel, e => Note("global"));
        foreach (var who in new[] { "window", "frame", "event", "nobody" })
        {
            Note($"{who}:");
            await SendAndSettleAsync(page, channel, who);
        }

        Assert.Equal(
            ["window:", "event", "frame", "window", "frame:", "event", "frame", "event:", "event",
                "nobody:", "event", "frame", "window", "global"],
            Notes);
        Assert.Equal(3, App.Logs.Entries.Count(entry => entry.Exception?.Message == "thrown by the scenario"));

        void Fail(string who, string me)
        {
            Note(me);
            if (who == me)
            {
                throw new InvalidOperationException("thrown by the scenario");
            }
        }
    }

    /// <summary>Electron leaves the page blocked then (S71); here, on purpose, it is answered.</summary>
    [Fact, Rule(142)]
    public async Task S142_A_page_in_sendSync_is_told_that_nobody_answers()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Once(channel, (e, args) => throw new InvalidOperationException("thrown by the scenario"));
        IpcMain.On(channel, e => e.ReturnValue = "the next");
        (await page.SendSyncAsync(channel)).ShouldBe(new IpcObject { ["error"] = "reply was never sent" });
        (await page.SendSyncAsync(channel)).ShouldBe("the next");
    }

    /// <summary>In .NET such a method would end the process.</summary>
    [Theory, Rule(143)]
    [InlineData("listener")]
    [InlineData("event")]
    [InlineData("window")]
    public async Task S143_An_async_void_method_that_fails_late_is_logged_and_stops_nobody(string place)
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMainListener listener = Listen;
        switch (place)
        {
            case "listener":
                IpcMain.On(channel, listener);
                break;
            case "event":
                page.WebContents.IpcMessage += listener;
                break;
            case "window":
                page.WebContents.DidNavigate += (_, _) => FailLater();
                await page.NavigateAsync("again");
                break;
        }

        IpcMain.On(channel, e => Note("second"));
        await SendAndSettleAsync(page, channel);
        var entry = await App.Logs.WaitForAsync(place == "window" ? "A subscriber of DidNavigate failed." : $"A listener for '{channel}' failed: ");
        Assert.Equal("thrown by the scenario", entry.Exception?.Message);
        page.WebContents.IpcMessage -= listener;
        await SendAndSettleAsync(page, channel);
        Assert.Equal(["second", "second"], Notes);

        static void Listen(IpcMainEvent e, IpcArguments arguments) => FailLater();

        static async void FailLater()
        {
            await Task.Yield();
            throw new InvalidOperationException("thrown by the scenario");
        }
    }

    [Fact, Rule(142), Rule(144)]
    public async Task S144_An_exception_whose_message_cannot_be_read_is_told_by_its_type()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle<int>(channel, e => throw new UnreadableException());
        IpcMain.On(channel, e => throw new UnreadableException());
        (await page.InvokeAsync(channel)).ShouldFail(
            $"Error invoking remote method '{channel}': Error: UnreadableException (its message could not be read)");
        await SendAndSettleAsync(page, channel);
        Assert.Equal(2, App.Logs.Entries.Count);
        (await page.InvokeAsync(channel)).ShouldFail(
            $"Error invoking remote method '{channel}': Error: UnreadableException (its message could not be read)");
    }

    [Theory, Rule(143)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task S143_An_async_listener_that_fails_early_or_late_is_logged_and_stops_nobody(bool late)
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.On(channel, async e =>
        {
            if (late)
            {
                await Task.Yield();
            }

            throw new InvalidOperationException("thrown by the scenario");
        });
        IpcMain.On(channel, e => Note("second"));
        await SendAndSettleAsync(page, channel);
        Assert.Equal(["second"], Notes);
        Assert.Equal("thrown by the scenario", Assert.Single(App.Logs.Entries).Exception?.Message);
        await SendAndSettleAsync(page, channel);
        Assert.Equal(["second", "second"], Notes);
    }

    [Theory, Rule(144)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task S144_What_a_handler_throws_goes_to_the_page_and_no_further(bool late)
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var unhandled = new ConcurrentQueue<Exception>();
        void OnUnobserved(object? sender, UnobservedTaskExceptionEventArgs e) => unhandled.Enqueue(e.Exception);
        IpcMain.Handle(channel, async (e, args) =>
        {
            if (late)
            {
                await Task.Yield();
            }

            throw new InvalidOperationException("thrown by the scenario");
        });
        TaskScheduler.UnobservedTaskException += OnUnobserved;
        try
        {
            (await page.InvokeAsync(channel)).ShouldFail($"Error invoking remote method '{channel}': Error: thrown by the scenario");
            await SettleAsync(page);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= OnUnobserved;
        }

        Assert.DoesNotContain(unhandled, error => error.ToString().Contains("thrown by the scenario", StringComparison.Ordinal));
        Assert.StartsWith("Error occurred in handler for ", Assert.Single(App.Logs.Entries).Message, StringComparison.Ordinal);
    }

    private sealed class UnreadableException : Exception
    {
        public override string Message => throw new InvalidOperationException("no message");

        public override string? StackTrace => throw new InvalidOperationException("no stack");
    }
}
