namespace IpcApp;

/// <summary>
/// Marks a class whose methods answer messages from web pages. The source generator finds the class at compile time; dependency
/// injection creates it, by default once for every message.
/// </summary>
/// <remarks>
/// Mark the methods with <see cref="IpcHandleAttribute"/>, <see cref="IpcHandleOnceAttribute"/>, <see cref="IpcOnAttribute"/>,
/// <see cref="IpcOnceAttribute"/> or <see cref="IpcSyncAttribute"/>. Their parameters are bound like this:
/// <list type="bullet">
/// <item><see cref="IpcMainEvent"/> or <see cref="IpcMainInvokeEvent"/>: the event of the message;</item>
/// <item><see cref="CancellationToken"/>: fires when the answer is no longer wanted;</item>
/// <item><see cref="IProgress{T}"/>: each report is sent to the calling frame on the channel's name followed by <c>:progress</c>;</item>
/// <item><see cref="IpcArguments"/>: all arguments of the page as they came;</item>
/// <item>a parameter with <c>[FromServices]</c>: from dependency injection;</item>
/// <item>everything else: the page's arguments, in order. Surplus arguments are ignored, as in JavaScript.</item>
/// </list>
/// Messages of one frame start in the order in which they were sent; different frames, and the parts of methods after an
/// <c>await</c>, run in parallel. A handler registered as a singleton must therefore be thread-safe.
/// </remarks>
#pragma warning disable CA1040 // a marker on purpose: the generator and the analyzers look for it
public interface IIpcHandler;
#pragma warning restore CA1040
