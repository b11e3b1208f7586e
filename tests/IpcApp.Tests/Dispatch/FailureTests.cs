using System.Reflection;
using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Dispatch;

/// <summary>What a page sees when something goes wrong: Electron's texts, to the letter.</summary>
public sealed class FailureTests : AppTest
{
    [Theory]
    [InlineData("fail:sync", "Error: boom")]
    [InlineData("fail:async", "Error: boom later")]
    [InlineData("fail:named", "QuotaError: not today")]
    [InlineData("fail:empty", "Error")]
    [InlineData("fail:uncloneable", "Error: An object could not be cloned.")]
    [InlineData("no:such", "Error: No handler registered for 'no:such'")]
    public async Task A_failing_invoke_rejects_with_electrons_text(string channel, string text)
    {
        var error = await Assert.ThrowsAsync<IpcRendererException>(() => Page.InvokeAsync(channel));
        Assert.Equal($"Error invoking remote method '{channel}': {text}", error.Message);
    }

    public static TheoryData<Exception, string> Wrapped => new()
    {
        { new TargetInvocationException(new InvalidOperationException("boom")), "Error: boom" },
        { new AggregateException(new AggregateException(new IpcException("not today") { Name = "QuotaError" })), "QuotaError: not today" },
        { new AggregateException("two", new InvalidOperationException("a"), new InvalidOperationException("b")), "Error: two (a) (b)" },
        { new InvalidOperationException("outer", new InvalidOperationException("inner")), "Error: outer" },
        { new IpcException("no name") { Name = "" }, "no name" },
        { new IpcException("") { Name = "OnlyName" }, "OnlyName" },
    };

    [Theory]
    [MemberData(nameof(Wrapped), DisableDiscoveryEnumeration = true)]
    public async Task The_page_gets_what_the_handler_threw_without_what_reflection_and_tasks_wrap_it_in(Exception exception, string text)
    {
        App.Services.GetRequiredService<IIpcMain>().Handle("fails", (e, _) => ValueTask.FromException<object?>(exception));
        var error = await Assert.ThrowsAsync<IpcRendererException>(() => Page.InvokeAsync("fails"));
        Assert.Equal($"Error invoking remote method 'fails': {text}", error.Message);
    }

    [Theory]
    [InlineData(5, "TypeError: argument 1 ('person'): expected an object, got number 5.")]
    [InlineData(null, "TypeError: argument 1 ('person'): ")]
    public async Task An_argument_that_does_not_fit_rejects_before_the_handler_is_made(object? argument, string text)
    {
        var error = await Assert.ThrowsAsync<IpcRendererException>(() => Page.InvokeAsync("echo:person", argument));
        Assert.StartsWith($"Error invoking remote method 'echo:person': {text}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_cloned_is_not_sent()
    {
        var error = await Assert.ThrowsAsync<IpcRendererException>(() => Page.InvokeAsync("echo:value", new Action(() => { })));
        Assert.Equal("An object could not be cloned.", error.Message);
        Assert.Throws<IpcRendererException>(() => Page.Send("message:log", new Action(() => { })));
    }

    [Fact]
    public async Task After_a_failing_listener_later_messages_go_on()
    {
        Page.Send("fail:listener");
        Page.Send("message:draft", "still here");
        Assert.Equal(10, await Page.NextAsync<int>("message:draft-saved"));
    }

    [Theory]
    [InlineData("https://ads.example/", null)]
    [InlineData("app://local/inner.html", null)]
    [InlineData("about:srcdoc", "null")]
    public async Task An_iframe_is_refused(string url, string? origin)
    {
        var frame = Page.AddFrame(url, origin);
        var error = await Assert.ThrowsAsync<IpcRendererException>(() => frame.InvokeAsync("echo:sum", 1, 2));
        Assert.Equal("Error invoking remote method 'echo:sum': Error: Sender not allowed for 'echo:sum'", error.Message);
        var answer = (IpcObject)frame.SendSync<IpcValue>("message:version");
        Assert.Equal("Error: Sender not allowed for 'message:version'", answer["error"].AsString());
    }

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("app://elsewhere/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:text/html,x")]
    public async Task A_page_of_another_origin_is_refused(string url)
    {
        Page.Navigate(url);
        var error = await Assert.ThrowsAsync<IpcRendererException>(() => Page.InvokeAsync("echo:sum", 1, 2));
        Assert.Equal("Error invoking remote method 'echo:sum': Error: Sender not allowed for 'echo:sum'", error.Message);
    }
}
