using IpcApp.Testing;

namespace IpcApp.Conformance.Fake;

/// <summary>A window of the test package.</summary>
internal sealed class FakePageDriver(FakeWindow window, FakeFrameDriver frame, WebContents contents) : Page(frame)
{
    public override WebContents WebContents => contents;

    public override Task ReloadAsync()
    {
        window.MainFrame.Navigate(window.MainFrame.Url);
        frame.Leave();
        return Task.CompletedTask;
    }

    public override Task CrashAsync()
        => throw new NotSupportedException("The fake renderer can not crash: list the scenario's rule in not-observable/fake.txt.");

    public override Task CloseAsync()
    {
        window.Close();
        frame.Leave();
        return Task.CompletedTask;
    }
}
