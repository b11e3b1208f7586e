namespace IpcApp.TestApp.Handlers;

/// <summary>Writes marks that the tests of starting and ending wait for.</summary>
public sealed class LifetimeHandler : IIpcHandler
{
    [IpcOn]
    public void Ready() => Console.WriteLine("READY");
}
