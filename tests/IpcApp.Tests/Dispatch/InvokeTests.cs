using IpcApp.TestApp;
using IpcApp.TestApp.Handlers;
using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Dispatch;

/// <summary><c>ipcRenderer.invoke</c> against handler classes, through the real codec and dispatcher.</summary>
public sealed class InvokeTests : AppTest
{
    [Fact]
    public async Task An_invoke_is_answered_with_the_handlers_result()
        => Assert.Equal(new Person("Ada", 37), await Page.InvokeAsync<Person>("echo:person", new { name = "Ada", age = 36 }));

    [Fact]
    public async Task All_arguments_arrive()
        => Assert.Equal(5, await Page.InvokeAsync<int>("echo:sum", 2, 3));

    [Fact]
    public async Task Overlapping_invokes_on_one_channel_each_get_their_own_answer()
    {
        var calls = Enumerable.Range(0, 1000).Select(i => Page.InvokeAsync<int>("echo:later", i, i % 7));
        Assert.Equal(Enumerable.Range(0, 1000), await Task.WhenAll(calls));
    }

    [Fact]
    public async Task A_handler_without_result_gives_undefined()
        => Assert.Equal(IpcValueKind.Undefined, (await Page.InvokeAsync<IpcValue>("echo:nothing")).Kind);

    [Fact]
    public async Task Undefined_and_null_stay_what_they_are()
    {
        Assert.Equal(IpcValueKind.Undefined, (await Page.InvokeAsync<IpcValue>("echo:value")).Kind);
        Assert.Equal(IpcValueKind.Null, (await Page.InvokeAsync<IpcValue>("echo:value", null)).Kind);
    }

    [Fact]
    public async Task A_missing_argument_takes_the_parameters_default()
    {
        Assert.Equal("Hello, Ada!", await Page.InvokeAsync<string>("echo:greet", "Ada"));
        Assert.Equal("Hi, Ada!", await Page.InvokeAsync<string>("echo:greet", "Ada", "Hi"));
    }

    [Fact]
    public async Task Params_take_the_remaining_arguments()
        => Assert.Equal(3, await Page.InvokeAsync<int>("echo:count", "a", "b", "c"));

    [Fact]
    public async Task The_event_says_who_sent()
    {
        var sender = (IpcObject)await Page.InvokeAsync<IpcValue>("message:sender");
        Assert.Equal("frame", sender["type"].AsString());
        Assert.Equal("app://local", sender["origin"].AsString());
        Assert.Equal("app://local/", sender["liveUrl"].AsString());
        Assert.True(IpcValue.DeepEquals(sender["isMainFrame"], true));
        Assert.True(IpcValue.DeepEquals(sender["sameFrame"], true));
    }

    [Fact]
    public async Task A_handler_for_one_call_serves_one_call()
    {
        Assert.Equal("once", await Page.InvokeAsync<string>("message:handle-once"));
        var error = await Assert.ThrowsAsync<IpcRendererException>(() => Page.InvokeAsync("message:handle-once"));
        Assert.Equal(
            "Error invoking remote method 'message:handle-once': Error: No handler registered for 'message:handle-once'",
            error.Message);
    }

    [Fact]
    public async Task Handlers_of_a_referenced_assembly_are_found()
        => Assert.Equal("IpcApp.TestHandlers", await Page.InvokeAsync<string>("library:where-am-i"));

    [Fact]
    public async Task Every_call_has_a_scope_of_its_own_that_ends_with_it()
    {
        var first = await Page.InvokeAsync<int>("slow:scope-id");
        var second = await Page.InvokeAsync<int>("slow:scope-id");
        Assert.NotEqual(first, second);
        var log = App.Services.GetRequiredService<CallLog>();
        await log.WaitForAsync($"disposed {first}");
        await log.WaitForAsync($"disposed {second}");
    }

    [Fact]
    public async Task The_event_can_be_injected_into_services_of_the_call()
        => Assert.Equal("slow:scope-channel", await Page.InvokeAsync<string>("slow:scope-channel"));

    [Fact]
    public async Task Progress_reaches_the_calling_frame_in_order()
    {
        Assert.Equal("done", await Page.InvokeAsync<string>("slow:report"));
        foreach (var percent in new[] { 0, 50, 100 })
        {
            Assert.Equal(percent, await Page.NextAsync<int>("slow:report:progress"));
        }
    }

    [Fact]
    public async Task Navigation_cancels_an_invoke()
    {
        _ = Page.InvokeAsync("slow:wait");
        var log = App.Services.GetRequiredService<CallLog>();
        await log.WaitForAsync("waiting");
        Page.Navigate("app://local/other.html");
        await log.WaitForAsync("cancelled");
    }
}
