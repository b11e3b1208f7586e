using Microsoft.Extensions.Logging;

namespace IpcApp.Testing.Tests;

/// <summary>An app in development, whose log a correct test leaves quiet.</summary>
public sealed class DevelopmentTests : EmptyAppTest
{
    protected override IpcTestAppOptions Options => new() { Settings = { ["environment"] = "Development" } };

    [Fact]
    public async Task An_app_without_handler_classes_is_not_told_to_add_them()
    {
        Ipc.Handle("by-hand", e => 1);
        Assert.Equal(1, await Page.InvokeAsync<int>("by-hand"));
        Assert.DoesNotContain(App.Logs, entry => entry.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task What_a_page_writes_to_its_console_is_an_error_that_a_test_has_to_look_at()
    {
        Page.WriteConsole(LogLevel.Warning, "old");
        await App.AssertQuietAsync();
        Page.WriteConsole(LogLevel.Error, "Uncaught Error: boom");
        var error = await Assert.ThrowsAsync<IpcTestException>(() => App.AssertQuietAsync());
        Assert.Contains("[Error] IpcApp.Page: window 'main', app://local/:1: Uncaught Error: boom", error.Message, StringComparison.Ordinal);
        App.TakeErrors();
    }

    [Fact]
    public async Task Messages_that_nothing_takes_are_warnings_and_leave_the_app_quiet()
    {
        Page.Send("nowhere");
        Assert.Contains("No channel is registered at all", Assert.Single(App.Logs, entry => entry.Level == LogLevel.Warning).Message, StringComparison.Ordinal);
        await App.AssertQuietAsync();
    }
}
