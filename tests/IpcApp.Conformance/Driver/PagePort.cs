namespace IpcApp.Conformance.Driver;

/// <summary>A <c>MessagePort</c> in a page.</summary>
public abstract class PagePort
{
    /// <summary><c>port.postMessage(message, transfer)</c>.</summary>
    public abstract Task PostMessageAsync(object? message, params PagePort[] transfer);

    /// <summary><c>port.start()</c>.</summary>
    public abstract Task StartAsync();

    /// <summary><c>port.close()</c>.</summary>
    public abstract Task CloseAsync();

    /// <summary>Takes the next message of the port; a started port's only.</summary>
    public abstract Task<PageMessage> NextAsync();

    /// <summary>Completes with the port's <c>close</c> event.</summary>
    public abstract Task ClosedAsync();
}
