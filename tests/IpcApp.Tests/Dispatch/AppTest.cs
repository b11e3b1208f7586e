using IpcApp.Testing;

namespace IpcApp.Tests.Dispatch;

/// <summary>A fresh app with one window for each test.</summary>
public abstract class AppTest : IAsyncLifetime
{
    protected IpcTestApp App { get; private set; } = null!;

    protected FakeFrame Page { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await IpcTestApp.StartAsync<Program>();
        Page = App.Window("main").MainFrame;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
