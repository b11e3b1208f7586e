namespace IpcApp.TestHandlers;

/// <summary>A handler of a referenced assembly; it is internal, as a library's handlers should be.</summary>
internal sealed class LibraryHandler : IIpcHandler
{
    [IpcHandle]
    public string WhereAmI() => typeof(LibraryHandler).Assembly.GetName().Name!;
}
