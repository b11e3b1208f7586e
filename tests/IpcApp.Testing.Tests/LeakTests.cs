using System.Runtime.CompilerServices;

namespace IpcApp.Testing.Tests;

/// <summary>What an app keeps that it should have let go.</summary>
public sealed class LeakTests : EmptyAppTest
{
    private readonly List<object> _kept = [];

    [Fact]
    public async Task An_app_that_lets_go_has_no_leaks()
    {
        await UseWindow(keep: false);
        Ipc.On("taken-back", (_, _) => { }).Dispose();
        await App.AssertNoLeaksAsync();
    }

    [Fact]
    public async Task What_was_registered_after_the_start_is_named_with_its_place()
    {
        Ipc.On("global", Listen);
        var contents = Contents.GetAllWebContents().Single();
        contents.Ipc.Handle("in-window", _ => 1);
        contents.MainFrame.Ipc.On("in-frame", Listen);
        var error = await Assert.ThrowsAsync<IpcTestException>(() => App.AssertNoLeaksAsync());
        Assert.Equal(
            string.Join(
                Environment.NewLine,
                "The app keeps what it should have let go:",
                "  - 'global' is still registered, by LeakTests.Listen, with IIpcMain",
                "  - 'in-window' is still registered, by a delegate in LeakTests, with WebContents.Ipc of the window 'main'",
                "  - 'in-frame' is still registered, by LeakTests.Listen, with WebFrameMain.Ipc of app://local/"),
            error.Message);
    }

    [Fact]
    public async Task A_handler_of_the_apps_own_start_is_none()
    {
        await using var app = await IpcTestApp.StartAsync<TestApp.CallLog>();
        await app.AssertNoLeaksAsync();
    }

    [Fact]
    public async Task Windows_and_frames_that_something_still_refers_to_are_named()
    {
        await UseWindow(keep: true);
        var error = await Assert.ThrowsAsync<IpcTestException>(() => App.AssertNoLeaksAsync());
        Assert.Equal(
            string.Join(
                Environment.NewLine,
                "The app keeps what it should have let go:",
                "  - the WebContents of a window without a name (app://local/second.html), which is closed, is still referred to",
                "  - the WebFrameMain of the frame https://ads.example/ of the window 'main' (app://local/), which is gone, is still referred to"),
            error.Message);
        _kept.Clear();
        await App.AssertNoLeaksAsync();
    }

    private static void Listen(IpcMainEvent e, IpcArguments arguments)
    {
    }

    // Not inlined, and ended when the test looks: a variable is a reference, too.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task UseWindow(bool keep)
    {
        Contents.GetAllWebContents()[0].Ipc.On("from-frame", (e, _) => e.Reply("heard")).Dispose();
        using (Ipc.WithSenderPolicy(IpcSenderPolicy.AnySender).On("keep", (e, _) => _kept.Add(keep ? e : "")))
        {
            var window = App.OpenWindow("app://local/second.html", subFrames: true);
            var frame = window.MainFrame.AddFrame("app://local/inner.html");
            var ads = Page.AddFrame("https://ads.example/");
            window.MainFrame.Send("keep");
            await App.WhenIdleAsync();
            if (keep)
            {
                _kept.Add(Contents.FromId(App.Window("main").Id)!.MainFrame.Frames.Single());
            }

            frame.Remove();
            ads.Remove();
            window.Close();
        }
    }
}
