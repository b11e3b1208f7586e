namespace IpcApp.TestApp.Handlers;

public sealed class SlowHandler(CallLog log, ScopeProbe probe) : IIpcHandler
{
    [IpcHandle]
    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        log.Add("waiting");
        try
        {
            await log.Gate.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            log.Add("cancelled");
            throw;
        }

        return probe.Id;
    }

    [IpcHandle]
    public int ScopeId() => probe.Id;

    [IpcHandle]
    public string ScopeChannel() => probe.Channel;

    [IpcHandle]
    public async Task<string> ReportAsync(IProgress<int> progress)
    {
        for (var percent = 0; percent <= 100; percent += 50)
        {
            progress.Report(percent);
            await Task.Yield();
        }

        return "done";
    }
}
