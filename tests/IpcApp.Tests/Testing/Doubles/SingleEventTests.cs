using IpcApp.TestApp;
using IpcApp.TestApp.Handlers;
using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Testing.Doubles;

/// <summary>Handlers of the test app called directly, with no app.</summary>
public class SingleEventTests
{
    [Fact]
    public void A_listener_is_called_with_a_double_and_its_reply_is_recorded()
    {
        var e = new FakeIpcMainEvent("message:draft");

        Messages().Draft(e, "Hello");

        var reply = Assert.Single(e.RepliesOn("message:draft-saved"));
        Assert.Equal(5, reply.Get<int>(0));
        Assert.Equal("Hello", reply.Get<string>(1));
        Assert.Equal("(5, 'Hello')", reply.ToString());
        Assert.Equal(["message:draft-saved"], e.Replies.Select(message => message.Channel));
        Assert.Empty(e.RepliesOn("another"));
    }

    [Fact]
    public void The_first_value_answers_a_sendSync()
    {
        var e = FakeIpcMainEvent.For("message:return-value").Sync().Build();
        Assert.False(e.HasReturned);

        Messages().ReturnValue(e);

        Assert.True(e.HasReturned);
        Assert.Equal("first", e.ReturnValue<string>());
    }

    [Fact]
    public async Task An_answer_and_a_reply_may_come_later()
    {
        var e = FakeIpcMainEvent.For("later").Sync().Build();
        var (answer, reply) = (e.ReturnValueAsync<int[]>(), e.NextReplyAsync<string>("done"));
        Assert.False(answer.IsCompleted || reply.IsCompleted);

        await Task.Run(() => e.Event.TryReturn(new[] { 1, 2 }), TestContext.Current.CancellationToken);
        e.Event.Reply("done", "now");

        Assert.Equal(new[] { 1, 2 }, await answer);
        Assert.Equal("now", await reply);
    }

    [Fact]
    public async Task What_did_not_come_is_said_with_the_way_out()
    {
        var waiting = FakeIpcMainEvent.For("sync").Sync().Build();
        var sent = new FakeIpcMainEvent("sent");
        waiting.Event.Reply("other", 1);

        var early = Assert.Throws<IpcTestException>(() => waiting.ReturnValue<int>());
        Assert.Contains("neither ReturnValue was assigned", early.Message, StringComparison.Ordinal);
        var never = Assert.Throws<IpcTestException>(() => sent.ReturnValue<int>());
        Assert.Contains("FakeIpcMainEvent.For(\"sent\").Sync()", never.Message, StringComparison.Ordinal);
        var late = await Assert.ThrowsAsync<TimeoutException>(() => waiting.ReturnValueAsync<int>(TimeSpan.Zero));
        Assert.Contains("'sync'", late.Message, StringComparison.Ordinal);
        var missing = await Assert.ThrowsAsync<TimeoutException>(() => waiting.NextReplyAsync("expected", TimeSpan.Zero));
        Assert.Contains("It received: 'other' (1)", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_sendSync_takes_a_return_value()
    {
        var e = new FakeIpcMainEvent("sent");

        e.Event.ReturnValue = 1;

        Assert.False(e.Event.IsSync);
        Assert.False(e.Event.TryReturn(2));
        Assert.False(e.HasReturned);
    }

    [Fact]
    public void A_value_that_cannot_be_cloned_fails_with_the_text_of_Electron()
    {
        var e = FakeIpcMainEvent.For("uncloneable").Sync().Build();

        var thrown = Assert.Throws<IpcCloneException>(() => e.Event.ReturnValue = () => { });
        Assert.Equal("An object could not be cloned.", thrown.Message);
        Assert.False(e.HasReturned);

        e.Event.Reply("reply", () => { }); // which an app would only log (S79)
        e.Event.Reply("reply", "good");
        var failure = Assert.Throws<IpcTestException>(() => e.Replies);
        Assert.Contains(
            "Error sending from webFrameMain: Failed to serialize arguments (channel 'reply'): An object could not be cloned. (",
            failure.Message,
            StringComparison.Ordinal);

        Assert.Single(e.TakeErrors());
        Assert.Equal("good", Assert.Single(e.Replies).Get<string>(0));
    }

    [Fact]
    public async Task A_handler_is_aborted_with_its_event()
    {
        var log = new CallLog();
        var services = new ServiceCollection().AddSingleton(log).BuildServiceProvider();
        var e = FakeIpcMainInvokeEvent.For("slow:wait").Build();
        var probe = new ScopeProbe(services.GetRequiredService<CallLog>(), e.Event);

        var waiting = new SlowHandler(log, probe).WaitAsync(e.Event.Aborted);
        e.Abort();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(["waiting", "cancelled"], log.Entries);
        Assert.Equal("slow:wait", probe.Channel);
    }

    [Fact]
    public void Events_convert_where_any_event_is_wanted()
    {
        Assert.Equal("a", ChannelOf(new FakeIpcMainEvent("a")));
        Assert.Equal("b", ChannelOf(new FakeIpcMainInvokeEvent("b")));

        static string ChannelOf(IpcEvent e) => e.Channel;
    }

    [Fact]
    public void The_apps_own_settings_for_values_can_be_used()
    {
        var options = new IpcSerializerOptions();
        options.JsonSerializerOptions.PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseLower;
        var e = FakeIpcMainEvent.For("values").Using(options).Build();

        e.Event.Reply("reply", new { FirstName = "Ada" });

        Assert.Equal("Ada", ((IpcString)e.Replies[0][0]["first_name"]).Value);
    }

    private static MessageHandler Messages() => new(new CallLog(), null!);
}
