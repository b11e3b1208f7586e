using IpcApp.Testing;
using IpcApp.Tests.Dispatch;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Testing.Doubles;

/// <summary><c>On</c> and <c>Once</c> of a frame.</summary>
public class PageListenerTests : AppTest
{
    [Fact]
    public async Task A_listener_hears_its_channel_from_now_on_and_the_inbox_hears_all()
    {
        var heard = new List<string>();
        await SendAsync("before");
        using (Page.On("message:broadcast", message => heard.Add(message.Get<string>(0))))
        using (Page.On("another", message => heard.Add("wrong")))
        {
            await SendAsync("1");
            await SendAsync("2");
        }

        await SendAsync("after");

        Assert.Equal(["1", "2"], heard);
        Assert.Equal(["before", "1", "2", "after"], Page.Received("message:broadcast").Select(message => message.Get<string>(0)));
        Assert.Equal("before", await Page.NextAsync<string>("message:broadcast"));
    }

    [Fact]
    public async Task Once_hears_one_message_and_On_every_document()
    {
        var (once, on) = (new List<string>(), new List<string>());
        Page.Once("message:broadcast", message => once.Add(message.Get<string>(0)));
        Page.On("message:broadcast", message => on.Add(message.Get<string>(0)));

        await SendAsync("1");
        Page.Navigate("app://local/other.html");
        await SendAsync("2");

        Assert.Equal(["1"], once);
        Assert.Equal(["1", "2"], on);
    }

    [Fact]
    public async Task A_message_that_a_listener_causes_waits_for_its_end()
    {
        var heard = new List<string>();
        Page.On("message:broadcast", message =>
        {
            var text = message.Get<string>(0);
            heard.Add("begin " + text);
            if (text == "1")
            {
                App.Services.GetRequiredService<IWebContentsRegistry>().SendToAll("message:broadcast", "2");
            }

            heard.Add("end " + text);
        });

        await SendAsync("1");

        Assert.Equal(["begin 1", "end 1", "begin 2", "end 2"], heard);
    }

    [Fact]
    public async Task A_listener_can_be_removed_while_it_runs_and_added_by_another()
    {
        var heard = new List<string>();
        IDisposable? first = null;
        first = Page.On("message:broadcast", message =>
        {
            first!.Dispose();
            first.Dispose();
            heard.Add("first");
            Page.On("message:broadcast", _ => heard.Add("second"));
        });

        await SendAsync("1");
        await SendAsync("2");

        Assert.Equal(["first", "second"], heard);
    }

    [Fact]
    public async Task Listeners_get_what_many_threads_send_one_after_another_in_the_order_of_the_inbox()
    {
        var (heard, running) = (new List<int>(), 0);
        Page.On("order", message =>
        {
            Assert.Equal(1, Interlocked.Increment(ref running));
            heard.Add(message.Get<int>(0));
            Interlocked.Decrement(ref running);
        });
        var contents = App.Services.GetRequiredService<IWebContentsRegistry>().FromId(Page.Window.Id)!;

        Parallel.For(0, 1000, i => contents.Send("order", i));
        await App.WhenIdleAsync();

        Assert.Equal(1000, heard.Count);
        Assert.Equal(Page.Received("order").Select(message => message.Get<int>(0)), heard);
    }

    [Fact]
    public async Task What_a_listener_throws_reaches_the_test_and_no_handler()
    {
        Page.On("message:broadcast", message => throw new InvalidOperationException(message.Get<string>(0)));

        await SendAsync("1");
        await SendAsync("2");
        await SendAsync("3");

        var next = await Assert.ThrowsAsync<InvalidOperationException>(() => Page.NextAsync("message:broadcast"));
        var idle = await Assert.ThrowsAsync<InvalidOperationException>(() => App.WhenIdleAsync());
        Assert.Equal(["1", "2"], [next.Message, idle.Message]);
        var end = await Assert.ThrowsAsync<InvalidOperationException>(async () => await App.DisposeAsync());
        Assert.Equal("3", end.Message);
    }

    [Fact]
    public async Task An_asynchronous_listener_is_waited_for_and_its_failure_told()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Page.Once("message:broadcast", async message =>
        {
            await gate.Task;
            throw new InvalidOperationException(message.Get<string>(0));
        });

        await SendAsync("late");
        var idle = App.WhenIdleAsync();
        Assert.False(idle.IsCompleted);
        gate.SetResult();

        Assert.Equal("late", (await Assert.ThrowsAsync<InvalidOperationException>(() => idle)).Message);
    }

    [Fact]
    public async Task A_listener_can_send_and_what_it_sent_is_waited_for()
    {
        string? saved = null;
        Page.On("message:broadcast", message => Page.Send("message:draft", message.Get<string>(0)));
        Page.On("message:draft-saved", message => saved = message.Get<string>(1));

        await SendAsync("text");
        await App.WhenIdleAsync();

        Assert.Equal("text", saved);
    }

    [Fact]
    public async Task A_listener_cannot_block_the_handler_by_sendSync()
    {
        Page.On("message:broadcast", _ => Page.SendSync<string>("message:version"));

        await SendAsync("1");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => App.WhenIdleAsync());
        Assert.Contains("sendSync on 'message:version' was called in a listener of a page", error.Message, StringComparison.Ordinal);
        Assert.Equal("1.0", Page.SendSync<string>("message:version"));
    }

    [Fact]
    public async Task A_listener_gets_ports_and_may_use_them_at_once()
    {
        string? answer = null;
        Page.On("ports:opened", async message =>
        {
            message.Ports[0].Start();
            answer = await message.Ports[0].NextAsync<string>();
            Page.Send("message:log", answer);
        });

        await Page.InvokeAsync("ports:open");
        await App.WhenIdleAsync();

        Assert.Equal("early", answer);
    }

    [Fact]
    public async Task A_listener_runs_in_the_context_of_the_test()
    {
        var ambient = new AsyncLocal<string> { Value = "of the test" };
        string? seen = null;
        Page.On("message:broadcast", _ => seen = ambient.Value);

        await SendAsync("1");

        Assert.Equal("of the test", seen);
    }

    private Task SendAsync(string text) => Page.InvokeAsync("message:broadcast", text);
}
