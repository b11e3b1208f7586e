using IpcApp.EmptyApp;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Testing.Tests;

/// <summary>An app without handlers, with one window; tests register what they need.</summary>
public abstract class EmptyAppTest : IAsyncLifetime
{
    protected IpcTestApp App { get; private set; } = null!;

    protected FakeFrame Page { get; private set; } = null!;

    protected IIpcMain Ipc => App.Services.GetRequiredService<IIpcMain>();

    protected IWebContentsRegistry Contents => App.Services.GetRequiredService<IWebContentsRegistry>();

    /// <summary>What the app is started with.</summary>
    protected virtual IpcTestAppOptions Options => new() { Timeout = TimeSpan.FromSeconds(30) };

    public async ValueTask InitializeAsync()
    {
        App = await IpcTestApp.StartAsync<EmptyMain>(Options);
        Page = App.Window("main").MainFrame;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
