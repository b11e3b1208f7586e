using IpcApp.Testing;

namespace IpcApp.Conformance.Fake;

/// <summary>A window of the test package.</summary>
internal sealed class FakePageDriver(FakeWindow window, FakeFrameDriver frame, WebContents contents) : Page(frame)
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

    public override Task CloseAsync()
    {
        window.Close();
        frame.Leave();
        return Task.CompletedTask;
    }
}
