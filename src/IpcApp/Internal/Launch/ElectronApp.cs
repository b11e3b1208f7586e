using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Host;

namespace IpcApp.Internal.Launch;

/// <summary>How the app was started, and what the host hears of the system after that.</summary>
internal sealed class ElectronApp(AppLaunch launch, UserEvents events) : IElectronApp, IHostObserver
{
    public event EventHandler<SecondInstanceEventArgs>? SecondInstance;

    public event EventHandler<OpenFileEventArgs>? OpenFile;

    public event EventHandler<OpenUrlEventArgs>? OpenUrl;

    public IReadOnlyList<string> Arguments => launch.Arguments;

    public string WorkingDirectory => launch.WorkingDirectory;

    public void Connected(IHostLink? link)
    {
        // The host tells by itself.
    }

    public void Noticed(HostNotice notice)
    {
        switch (notice.Type)
        {
            case "second-instance":
                Raise(nameof(SecondInstance), () => SecondInstance,
                    new SecondInstanceEventArgs(notice.Arguments ?? [], notice.WorkingDirectory ?? ""));
                break;
            case "open-file":
                Raise(nameof(OpenFile), () => OpenFile, new OpenFileEventArgs(notice.Path ?? ""));
                break;
            case "open-url":
                Raise(nameof(OpenUrl), () => OpenUrl, new OpenUrlEventArgs(notice.Url ?? ""));
                break;
        }
    }

    public void Ended()
    {
        // There is nobody to tell any more.
    }

    private void Raise<T>(string name, Func<EventHandler<T>?> subscribers, T arguments)
        => events.Raise($"A subscriber of {nameof(IElectronApp)}.{name}", () => subscribers()?.Invoke(this, arguments));
}
