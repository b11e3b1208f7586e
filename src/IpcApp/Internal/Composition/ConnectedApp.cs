using IpcApp.Internal.Session;

namespace IpcApp.Internal.Composition;

/// <summary>The app's life with one connection to Electron: session, settings, windows, end.</summary>
internal sealed class ConnectedApp(
    ElectronSessions sessions, ConnectionObservers observers, ConnectionSetup setup, FirstWindows windows, ConnectionWatch watch)
{
    private static readonly TimeSpan QuitLimit = TimeSpan.FromSeconds(5);

    private IElectronConnection? _connection;

    /// <summary>Begins the session, sets up Electron's side and opens the windows.</summary>
    /// <param name="connection">The connection, on which nothing has been received.</param>
    /// <param name="stopping">Fires when handlers should end.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public async Task StartAsync(IElectronConnection connection, CancellationToken stopping, CancellationToken cancellationToken)
    {
        _connection = connection;
        var session = sessions.Begin(connection, stopping);
        observers.Attach();
        connection.Start(session);
        _ = watch.WatchAsync(connection, session);
        await setup.SendAsync(connection, cancellationToken).ConfigureAwait(false);
        windows.Prepare();
        observers.Connected(connection);
        await windows.OpenAsync(connection, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The app runs without Electron.</summary>
    public void StartAlone() => observers.Connected(null);

    /// <summary>Asks Electron to end, if it has not, and waits until it has.</summary>
    public async Task StopAsync()
    {
        if (_connection is { Completion.IsCompleted: false } connection)
        {
            using var limit = new CancellationTokenSource(QuitLimit);
            await connection.QuitAsync(0, limit.Token).ConfigureAwait(false);
        }
    }

    /// <summary>Nothing is sent or observed any more.</summary>
    public void Detach()
    {
        setup.End();
        sessions.End();
        observers.Detach();
    }
}
