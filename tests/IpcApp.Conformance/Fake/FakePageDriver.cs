using IpcApp.Testing;

namespace IpcApp.Conformance.Fake;

/// <summary>A window of the test package.</summary>
internal sealed class FakePageDriver(IpcTestApp app, FakeWindow window, FakeFrameDriver frame, WebContents contents) : Page(frame)
{
    public override WebContents WebContents => contents;

    public override Task ReloadAsync()
    {
        window.Reload();
        frame.Leave();
        return Task.CompletedTask;
    }

    public override Task CrashAsync()
    {
        window.Crash();
        frame.Leave();
        return Task.CompletedTask;
    }

    public override Task SetStaysAsync(bool stays)
    {
        window.BeforeUnload = stays ? FakeBeforeUnload.Stay : FakeBeforeUnload.Leave;
        return Task.CompletedTask;
    }

    public override Task<ShownWindow> LookAtAsync(BrowserWindow other)
    {
        var shown = app.Windows.Single(each => each.WindowId == other.Id);
        return Task.FromResult(
            new ShownWindow(shown.Title, shown.Width, shown.Height, shown.MinWidth ?? 0, shown.MinHeight ?? 0, shown.IsVisible));
    }

    public override Task CloseAsync()
    {
        window.Close();
        frame.Leave();
        return Task.CompletedTask;
    }
}
