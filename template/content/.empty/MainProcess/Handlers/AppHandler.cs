namespace SampleApp._1.Handlers;

/// <summary>Answers the page's messages. One instance for each message, so what its constructor takes may be scoped.</summary>
public sealed class AppHandler : IIpcHandler
{
    /// <summary>In the page: <c>await ipc.invoke('app:greet', 'Ada')</c>.</summary>
    [IpcHandle("app:greet")]
    public string Greet(string name) => $"Hello {name}, from .NET {Environment.Version}.";
}
