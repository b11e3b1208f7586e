using IpcApp.Internal.Remote;
using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Wire;
using Microsoft.Extensions.Hosting;

namespace IpcApp.Internal.Launch;

/// <summary>How the app was started, the events of Electron's <c>app</c>, and its end.</summary>
internal sealed class ElectronApp(
    IpcAppOptions options, StartupArguments launch, UserEvents events, RemoteCalls calls, IHostApplicationLifetime lifetime) : IElectronApp, IConnectionObserver
{
    private readonly SubscribedEvent _windowAllClosed = new("window-all-closed");

    public event EventHandler<SecondInstanceEventArgs>? SecondInstance;

    public event EventHandler<OpenFileEventArgs>? OpenFile;

    public event EventHandler<OpenUrlEventArgs>? OpenUrl;

    public event EventHandler<ActivateEventArgs>? Activate;

    public event EventHandler? WindowAllClosed
    {
        add => _windowAllClosed.Add(value);
        remove => _windowAllClosed.Remove(value);
    }

    public IReadOnlyList<string> Arguments => launch.Arguments;

    public string WorkingDirectory => launch.WorkingDirectory;

    /// <summary>Opens the windows of the settings; called when the app is activated and nothing else decides.</summary>
    public Action? OpenWindows { get; set; }

    public async Task<bool> QuitAsync(CancellationToken cancellationToken)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return true;
        }

        if (calls.HasNoHost)
        {
            lifetime.StopApplication(); // there is nothing that could object
            return true;
        }

        try
        {
            var result = await calls.InvokeAsync(RemoteAction.Quit, _ => { }, cancellationToken).ConfigureAwait(false);
            return result.GetBoolean();
        }
        catch (ElectronException) when (calls.HasLostHost || lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return true; // ended another way in the meantime
        }
    }

    public void Connected(IElectronLink? link) => _windowAllClosed.Connected(link);

    public void Noticed(ElectronNotice notice)
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
            case "activate" when Activate is not null:
                Raise(nameof(Activate), () => Activate, new ActivateEventArgs(notice.HasVisibleWindows));
                break;
            case "activate" when notice.OpensWindows:
                OpenWindows?.Invoke();
                break;
            case "window-all-closed":
                AllWindowsClosed();
                break;
        }
    }

    public void Ended() => _windowAllClosed.Connected(null);

    private void AllWindowsClosed()
    {
        if (_windowAllClosed.Subscribers is not null)
        {
            Raise(nameof(WindowAllClosed), () => _windowAllClosed.Subscribers is { } all ? (sender, e) => all(sender, e) : null, EventArgs.Empty);
        }
        else if (options.QuitWhenAllWindowsClosed)
        {
            calls.Post(RemoteAction.Quit, _ => { }); // the last subscriber left while the event was under way
        }
    }

    private void Raise<T>(string name, Func<EventHandler<T>?> subscribers, T arguments)
        => events.Raise($"A subscriber of {nameof(IElectronApp)}.{name}", () => subscribers()?.Invoke(this, arguments));
}
