namespace IpcApp;

/// <summary>What the attributes that bind a method to a channel have in common.</summary>
/// <param name="channel">
/// The channel's name, any string, compared exactly; or null to derive it: <c>NotesHandler.AddAsync</c> gives <c>notes:add</c>.
/// </param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class IpcChannelAttribute(string? channel) : Attribute
{
    /// <summary>The channel's name, or null where it is derived from class and method.</summary>
    public string? Channel { get; } = channel;
}

/// <summary>
/// Answers <c>ipcRenderer.invoke</c> with the method's result, like <c>ipcMain.handle</c>. At most one handler a channel.
/// An exception rejects the page's promise with its text.
/// </summary>
/// <inheritdoc cref="IpcChannelAttribute(string?)"/>
public sealed class IpcHandleAttribute(string? channel = null) : IpcChannelAttribute(channel);

/// <summary>Like <see cref="IpcHandleAttribute"/>, but for one call: removed before it runs.</summary>
/// <inheritdoc cref="IpcChannelAttribute(string?)"/>
public sealed class IpcHandleOnceAttribute(string? channel = null) : IpcChannelAttribute(channel);

/// <summary>
/// Receives <c>ipcRenderer.send</c>, <c>sendSync</c> and <c>postMessage</c>, like <c>ipcMain.on</c>. The result is ignored;
/// a fault is logged.
/// </summary>
/// <inheritdoc cref="IpcChannelAttribute(string?)"/>
public sealed class IpcOnAttribute(string? channel = null) : IpcChannelAttribute(channel);

/// <summary>Like <see cref="IpcOnAttribute"/>, but for one message: removed before it runs.</summary>
/// <inheritdoc cref="IpcChannelAttribute(string?)"/>
public sealed class IpcOnceAttribute(string? channel = null) : IpcChannelAttribute(channel);

/// <summary>
/// Answers <c>ipcRenderer.sendSync</c> with the method's result, as if a listener had assigned <c>event.returnValue</c>.
/// A <see cref="Task{TResult}"/> is awaited while the page is blocked, within the deadline (<see cref="IpcAppOptions.SyncDeadline"/>). The method is also called for
/// a plain <c>send</c>; its result is then dropped.
/// </summary>
/// <inheritdoc cref="IpcChannelAttribute(string?)"/>
public sealed class IpcSyncAttribute(string? channel = null) : IpcChannelAttribute(channel);
