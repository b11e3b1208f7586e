using IpcApp.Internal.Remote;
using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Wire;
using Microsoft.Extensions.Hosting;

namespace IpcApp.Internal.Composition;

/// <summary>Stops the app when Electron asks for it, after its own windows and pages have agreed.</summary>
internal sealed class StopRequests(UserCode userCode, IHostApplicationLifetime lifetime) : IConnectionObserver
{
    public void Connected(IElectronLink? link)
    {
    }

    /// <summary>Not on the reader, which calls this: the app's callbacks of ApplicationStopping run before StopApplication returns.</summary>
    public void Noticed(ElectronNotice notice)
    {
        if (notice.Type == "stop")
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                static state => state.userCode.Run("A callback of ApplicationStopping", state.lifetime.StopApplication),
                (userCode, lifetime),
                preferLocal: false);
        }
    }

    public void Ended()
    {
    }
}
