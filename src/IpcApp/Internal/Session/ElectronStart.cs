namespace IpcApp.Internal.Session;

/// <summary>Brings up Electron once, and owns the connection to it. Thread-safe.</summary>
internal sealed class ElectronStart(IElectronConnector connector) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private Task<IElectronConnection?>? _connecting;
    private Task? _disposing;

    /// <summary>Whether the app may start only when Electron has connected: it may have to leave the start to another instance.</summary>
    public bool ComesFirst => connector.ComesFirst;

    /// <summary>Opens the windows, where the settings do not say which; null where they do.</summary>
    public Func<CancellationToken, Task>? OpenWindows => connector.OpenWindows;

    /// <summary>Starts to connect, unless that was done before.</summary>
    public Task<IElectronConnection?> ConnectAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _connecting ??= connector.ConnectAsync(cancellationToken);
        }
    }

    /// <summary>For a process that ends at once: removes what would stay on the disk.</summary>
    public void Abandon()
    {
        if (_connecting is { IsCompletedSuccessfully: true, Result: { } connection })
        {
            connection.RemoveDirectory();
        }
    }

    /// <summary>Ends Electron, also when the app failed to start: it must not outlive the app.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            return new ValueTask(_disposing ??= EndAsync(_connecting));
        }
    }

    private static async Task EndAsync(Task<IElectronConnection?>? connecting)
    {
        if (connecting is null)
        {
            return;
        }

        await ((Task)connecting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // reported to the caller of ConnectAsync
        if (connecting is { IsCompletedSuccessfully: true, Result: { } connection })
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }
}
