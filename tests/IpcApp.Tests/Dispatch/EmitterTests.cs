using IpcApp.Infrastructure;
using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Dispatch;

/// <summary>The registry of <c>ipcMain</c>, rules S1 to S30, as a page sees it.</summary>
public sealed class EmitterTests : AppTest
{
    private readonly List<string> _calls = [];

    private IIpcMain IpcMain => App.Services.GetRequiredService<IIpcMain>();

    [Fact]
    public async Task Listeners_run_in_order_and_as_often_as_registered()
    {
        IpcMainListener a = (e, args) => _calls.Add("a");
        IpcMain.On("ch", a);
        IpcMain.On("ch", (e, args) => _calls.Add("b"));
        IpcMain.AddListener("ch", a);
        await SendAsync("ch");
        Assert.Equal(["a", "b", "a"], _calls);
    }

    [Fact]
    public async Task Off_removes_the_newest_registration_of_an_equal_delegate()
    {
        IpcMain.On<string>("ch", Listener);
        IpcMain.On("ch", e => _calls.Add("other"));
        IpcMain.Once<string>("ch", Listener);
        IpcMain.Off("ch", Listener);
        await SendAsync("ch", "x");
        Assert.Equal(["x", "other"], _calls);
        IpcMain.RemoveListener("ch", Listener);
        IpcMain.Off("ch", Listener);
        IpcMain.Off("unknown", Listener);
        await SendAsync("ch", "y");
        Assert.Equal(["x", "other", "other"], _calls);

        void Listener(IpcMainEvent e, string text) => _calls.Add(text);
    }

    [Fact]
    public void Off_finds_a_method_whatever_type_of_delegate_is_made_of_it()
    {
        IpcMain.On("ch", Listener);
        IpcMain.Off("ch", (Action<IpcMainEvent, IpcArguments>)Listener);
        Assert.Equal(0, IpcMain.ListenerCount("ch"));

        void Listener(IpcMainEvent e, IpcArguments arguments) => _calls.Add("listener");
    }

    [Fact]
    public async Task A_delivery_works_on_the_listeners_that_were_there_when_it_began()
    {
        IDisposable? second = null;
        IpcMain.On("ch", e =>
        {
            _calls.Add("first");
            second!.Dispose();
            IpcMain.On("ch", e => _calls.Add("added"));
        });
        second = IpcMain.On("ch", e => _calls.Add("second"));
        await SendAsync("ch");
        Assert.Equal(["first", "second"], _calls);
    }

    [Fact]
    public async Task A_once_listener_that_is_taken_out_while_it_waits_for_its_turn_is_still_called_once()
    {
        IpcMainListener once = (e, arguments) => _calls.Add("once");
        IpcMain.On("ch", e => IpcMain.Off("ch", once));
        IpcMain.Once("ch", once);
        await SendAsync("ch");
        await SendAsync("ch");
        Assert.Equal(["once"], _calls);
    }

    [Fact]
    public async Task RemoveAllListeners_leaves_handlers_and_other_channels_alone()
    {
        IpcMain.On("ch", e => _calls.Add("ch"));
        IpcMain.On("other", e => _calls.Add("other"));
        IpcMain.Handle("ch", e => "handled");
        IpcMain.RemoveAllListeners("ch");
        await SendAsync("ch");
        await SendAsync("other");
        Assert.Equal(["other"], _calls);
        IpcMain.RemoveAllListeners();
        await SendAsync("other");
        Assert.Equal(["other"], _calls);
        Assert.Equal("handled", await Page.InvokeAsync<string>("ch"));
    }

    [Fact]
    public async Task A_second_handler_is_refused_and_the_first_stays()
    {
        IpcMain.Handle("ch", e => 1);
        var error = Assert.ThrowsAny<InvalidOperationException>(() => IpcMain.Handle("ch", e => 2));
        Assert.Equal("Attempted to register a second handler for 'ch'", error.Message);
        Assert.Equal(1, await Page.InvokeAsync<int>("ch"));
    }

    [Fact]
    public async Task A_removed_handlers_channel_can_be_handled_again_at_once()
    {
        var first = IpcMain.Handle("ch", e => 1);
        IpcMain.RemoveHandler("ch");
        IpcMain.RemoveHandler("unknown");
        await Assert.ThrowsAsync<IpcRendererException>(() => Page.InvokeAsync("ch"));
        IpcMain.Handle("ch", e => 2);
        first.Dispose(); // no longer the channel's handler: the second one stays
        Assert.Equal(2, await Page.InvokeAsync<int>("ch"));
    }

    [Fact]
    public async Task A_running_call_still_answers_after_its_handler_was_removed()
    {
        var release = new TaskCompletionSource();
        var started = new TaskCompletionSource();
        IpcMain.Handle("ch", async e =>
        {
            started.SetResult();
            await release.Task;
            return 1;
        });
        var call = Page.InvokeAsync<int>("ch");
        await started.Task;
        IpcMain.RemoveHandler("ch");
        release.SetResult();
        Assert.Equal(1, await call);
    }

    [Theory]
    [InlineData("")]
    [InlineData("constructor")]
    [InlineData("__proto__")]
    [InlineData("error")]
    [InlineData("newListener")]
    [InlineData("UPPER")]
    public async Task Any_name_is_an_ordinary_channel(string channel)
    {
        IpcMain.Handle(channel, e => channel + "!");
        Assert.Equal(channel + "!", await Page.InvokeAsync<string>(channel));
    }

    [Fact]
    public void Reserved_names_are_refused()
    {
        var error = Assert.Throws<ArgumentException>("registration", () => IpcMain.On("ipcapp:x", e => { }));
        Assert.StartsWith(
            "The channel 'ipcapp:x' of a delegate in EmitterTests begins with 'ipcapp:', which is reserved. Give it another name.",
            error.Message,
            StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>("registration", () => IpcMain.On("newListener", e => { }));
        Assert.StartsWith(
            "Nothing can listen on 'newListener', as a delegate in EmitterTests would: Node's event emitters use the name themselves. "
            + "Give the channel another one.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_must_be_there_and_is_not_is_named()
    {
        Assert.Throws<ArgumentNullException>("registration", () => IpcMain.Register(null!));
        Assert.Throws<ArgumentNullException>("listener", () => IpcMain.Off("ch", null!));
        Assert.Throws<ArgumentNullException>("e", () => IpcMain.Emit("ch", null!));
        Assert.Throws<ArgumentNullException>("policy", () => IpcMain.WithSenderPolicy(null!));
        Assert.Throws<ArgumentNullException>("registration", () => IpcMain.WithSenderPolicy(IpcSenderPolicy.AnySender).Register(null!));
        Assert.Throws<ArgumentNullException>("channel", () => IpcMain.On(null!, (e, arguments) => { }));
    }

    [Fact]
    public void MaxListeners_is_no_negative_number()
    {
        Assert.Equal(10, IpcMain.MaxListeners);
        Assert.Throws<ArgumentOutOfRangeException>(() => IpcMain.MaxListeners = -1);
        IpcMain.MaxListeners = 0;
        Assert.Equal(0, IpcMain.MaxListeners);
    }

    [Fact]
    public async Task A_handler_and_a_listener_of_one_channel_do_not_meet()
    {
        IpcMain.On("ch", e => _calls.Add("listener"));
        IpcMain.Handle("ch", e => "handler");
        Assert.Equal("handler", await Page.InvokeAsync<string>("ch"));
        Assert.Empty(_calls);
        await SendAsync("ch");
        Assert.Equal(["listener"], _calls);
    }

    [Fact]
    public void A_registration_can_be_taken_back_any_number_of_times()
    {
        var first = IpcMain.On("ch", e => { });
        IpcMain.On("ch", e => { });
        first.Dispose();
        first.Dispose();
        Assert.Equal(1, IpcMain.ListenerCount("ch"));
        var handler = IpcMain.Handle("ch", e => 1);
        handler.Dispose();
        handler.Dispose();
        Assert.False(IpcMain.HasHandler("ch"));
        Assert.Single(IpcMain.GetRegistrations(), registration => registration.Channel == "ch");
    }

    [Fact]
    public void Listeners_and_handlers_are_listed()
    {
        var before = IpcMain.GetRegistrations().Count;
        IpcMain.On("ch", e => { });
        IpcMain.Handle("ch", e => 1);
        var both = IpcMain.GetRegistrations().Where(registration => registration.Channel == "ch").Select(registration => registration.Kind);
        Assert.Equal([IpcRegistrationKind.Handle, IpcRegistrationKind.On], both.Order());
        Assert.Equal(before + 2, IpcMain.GetRegistrations().Count);
    }

    private async Task SendAsync(string channel, params object?[] arguments)
    {
        Page.Send(channel, arguments: arguments);
        await App.WhenIdleAsync();
    }
}
