namespace IpcApp.TestApp.Handlers;

/// <summary>Every way in which a handler can fail with an exception that cannot be read.</summary>
[IpcChannels(Prefix = "isolation")]
public sealed class IsolationHandler(FailureList failures) : IIpcHandler
{
    [IpcHandle]
    public int Sync() => throw new UnreadableException();

    [IpcHandle]
    public async Task<int> Async()
    {
        await Task.Yield();
        throw new UnreadableException();
    }

    [IpcHandle]
    public Unwritable Result() => new();

    [IpcHandle]
    public int Progress(IProgress<Unwritable> progress)
    {
        progress.Report(new Unwritable());
        return 1;
    }

    [IpcOn("isolation:listener")]
    public void Listener() => throw new UnreadableException();

    [IpcOn("isolation:async-listener")]
    public async Task AsyncListener()
    {
        await Task.Yield();
        throw new UnreadableException();
    }

    [IpcSync("isolation:answer")]
    public string Answer() => throw new UnreadableException();

    [IpcHandle]
    public IReadOnlyList<string> Failures() => failures.All;
}

/// <summary>A handler with a service that fails at the end of the call.</summary>
public sealed class BadEndHandler(UnreadableAtItsEnd service) : IIpcHandler
{
    [IpcHandle("isolation:dispose")]
    public bool Dispose() => service is not null;
}

/// <summary>A handler that cannot be made.</summary>
public sealed class UnmadeHandler : IIpcHandler
{
    public UnmadeHandler() => throw new UnreadableException();

    [IpcHandle("isolation:constructor")]
    public int Never() => 1;
}

/// <summary>A result that cannot be written.</summary>
public sealed class Unwritable
{
    public int Number => throw new UnreadableException();
}
