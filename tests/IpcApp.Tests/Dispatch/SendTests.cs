using IpcApp.TestApp;
using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Dispatch;

/// <summary><c>send</c>, <c>sendSync</c>, <c>postMessage</c>, and messages from main.</summary>
public sealed class SendTests : AppTest
{
    private CallLog Log => App.Services.GetRequiredService<CallLog>();

    [Fact]
    public async Task A_listener_replies_to_the_frame_that_sent()
    {
        var other = App.OpenWindow().MainFrame;
        Page.Send("message:draft", "Hello");
        var reply = await Page.NextAsync("message:draft-saved");
        Assert.Equal([5, "Hello"], reply.ToArray(), (IpcValue a, IpcValue b) => IpcValue.DeepEquals(a, b));
        await App.WhenIdleAsync();
        Assert.Empty(other.Received("message:draft-saved"));
    }

    [Fact]
    public async Task Messages_of_one_frame_start_in_the_order_they_were_sent()
    {
        for (var i = 0; i < 10_000; i++)
        {
            Page.Send("message:log", i.ToString());
        }

        await App.WhenIdleAsync();
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => i.ToString()), Log.Entries);
    }

    [Fact]
    public async Task A_message_starts_when_the_one_before_first_waits()
    {
        Page.Send("message:log-later", "a");
        Page.Send("message:log-later", "b");
        await Log.WaitForAsync("begin b");
        Assert.Equal(["begin a", "begin b"], Log.Entries);
        Log.Gate.SetResult();
        await App.WhenIdleAsync();
        Assert.Equal(["begin a", "begin b", "end a", "end b"], Log.Entries.Order());
    }

    [Fact]
    public async Task A_listener_for_one_message_gets_one_message()
    {
        Page.Send("message:once", "a");
        Page.Send("message:once", "b");
        await App.WhenIdleAsync();
        Assert.Equal(["once a"], Log.Entries);
    }

    [Theory]
    [InlineData("message:version", "1.0")]
    [InlineData("message:version-later", "1.1")]
    [InlineData("message:return-value", "first")]
    public void SendSync_returns_the_answer(string channel, string answer) => Assert.Equal(answer, Page.SendSync<string>(channel));

    [Theory]
    [InlineData("message:no-answer", "reply was never sent")]
    [InlineData("no:such", "reply was never sent")]
    [InlineData("fail:sync-answer", "Error: no answer")]
    public void SendSync_without_an_answer_returns_an_error_object(string channel, string text)
        => Assert.Equal(text, ((IpcObject)Page.SendSync<IpcValue>(channel))["error"].AsString());

    [Fact]
    public async Task PostMessage_reaches_listeners_with_one_argument()
    {
        Page.PostMessage("message:log", "posted");
        await Log.WaitForAsync("posted");
    }

    [Fact]
    public async Task Main_sends_to_every_window()
    {
        var other = App.OpenWindow().MainFrame;
        Assert.Equal(2, await Page.InvokeAsync<int>("message:broadcast", "news"));
        Assert.Equal("news", await Page.NextAsync<string>("message:broadcast"));
        Assert.Equal("news", await other.NextAsync<string>("message:broadcast"));
    }

    [Fact]
    public async Task A_closed_window_is_gone_from_main()
    {
        var other = App.OpenWindow();
        var contents = App.Services.GetRequiredService<IWebContentsRegistry>().FromId(other.Id)!;
        other.Close();
        Assert.True(contents.IsDestroyed());
        var error = Assert.Throws<ObjectDisposedException>(() => contents.Send("x"));
        Assert.Equal("Object has been destroyed", error.Message.Split(Environment.NewLine)[0]);
        Assert.Equal(1, await Page.InvokeAsync<int>("message:broadcast", "news"));
    }
}
