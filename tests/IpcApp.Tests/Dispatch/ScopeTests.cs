using IpcApp.Internal.Scheduling;
using IpcApp.Tests.Bridge;
using IpcApp.Tests.Values;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Dispatch;

/// <summary>What can be injected where, and users' code that runs beside messages.</summary>
public sealed class ScopeTests : AppTest
{
    [Fact]
    public void An_event_can_be_injected_only_while_a_message_is_handled()
    {
        using var scope = App.Services.CreateScope();
        var error = Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<IpcMainEvent>());
        Assert.Equal("IpcMainEvent can only be injected where an IPC message is being handled.", error.Message);
    }

    [Fact]
    public async Task The_event_of_another_kind_of_message_can_not_be_injected()
    {
        var error = new TaskCompletionSource<Exception?>();
        App.Services.GetRequiredService<IIpcMain>().Register(new()
        {
            Channel = "ch",
            Kind = Infrastructure.IpcRegistrationKind.Handle,
            DisplayName = "a handler",
            Invoker = call =>
            {
                error.SetResult(Record.Exception(() => call.GetService<IpcMainEvent>()));
                return default;
            },
        });
        await Page.InvokeAsync<IpcValue>("ch");
        Assert.Equal(
            "IpcMainEvent cannot be injected here: the message being handled has an IpcMainInvokeEvent.", (await error.Task)?.Message);
    }

    [Fact]
    public async Task Users_code_that_fails_beside_messages_is_logged()
    {
        await using var app = await RawApp.StartAsync();
        app.Services.GetRequiredService<UserEvents>().Raise("a subscriber", () => throw new InvalidOperationException("of an event"));
        await app.WhenIdleAsync().OrFail();
        Assert.Contains("a subscriber", Assert.Single(app.Log), StringComparison.Ordinal);
    }
}
