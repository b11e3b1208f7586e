namespace IpcApp.TestApp.Handlers;

[IpcChannels(Prefix = "fail")]
public sealed class FailureHandler : IIpcHandler
{
    [IpcHandle]
    public int Sync() => throw new InvalidOperationException("boom");

    [IpcHandle]
    public async Task<int> Async()
    {
        await Task.Yield();
        throw new InvalidOperationException("boom later");
    }

    [IpcHandle]
    public void Named() => throw new IpcException("not today") { Name = "QuotaError" };

    [IpcHandle]
    public void Empty() => throw new IpcException("") { Name = "" };

    [IpcHandle]
    public object Uncloneable() => new Action(static () => { });

    [IpcOn("fail:listener")]
    public void Listener() => throw new InvalidOperationException("listener failed");

    [IpcSync("fail:sync-answer")]
    public string SyncAnswer() => throw new InvalidOperationException("no answer");
}
