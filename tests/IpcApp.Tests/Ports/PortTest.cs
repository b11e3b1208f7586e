using IpcApp.Testing;
using IpcApp.Tests.Dispatch;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Ports;

/// <summary>An app with a window, and what tests of ports need.</summary>
public abstract class PortTest : AppTest
{
    protected IIpcMain IpcMain => App.Services.GetRequiredService<IIpcMain>();

    protected WebFrameMain Frame => FrameOf(Page);

    protected WebContents ContentsOf(FakeFrame page) => App.Services.GetRequiredService<IWebContentsRegistry>().FromId(page.Window.Id)!;

    protected WebFrameMain FrameOf(FakeFrame page) => ContentsOf(page).MainFrame;

    /// <summary>What main gets when a page posts a message with these ports.</summary>
    protected async Task<IpcMainEvent> PostToMainAsync(FakeFrame page, object? message, params FakeMessagePort[] ports)
    {
        var received = new TaskCompletionSource<IpcMainEvent>();
        using var listener = IpcMain.Once("give", e => received.SetResult(e));
        page.PostMessage("give", message, ports);
        return await received.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    /// <summary>A channel with one end in the page, started, and the other in main.</summary>
    protected async Task<(FakeMessagePort Page, MessagePortMain Main)> ConnectAsync()
    {
        var channel = new FakeMessageChannel(Page);
        channel.Port1.Start();
        return (channel.Port1, Assert.Single((await PostToMainAsync(Page, null, channel.Port2)).Ports));
    }

    /// <summary>Hands a port of main's to a page.</summary>
    protected async Task<FakeMessagePort> HandToPageAsync(FakeFrame page, MessagePortMain port)
    {
        FrameOf(page).PostMessage("take", null, port);
        return Assert.Single((await page.NextAsync("take")).Ports);
    }
}
