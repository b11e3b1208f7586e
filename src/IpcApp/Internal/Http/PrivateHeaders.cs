namespace IpcApp.Internal.Http;

/// <summary>Headers that only Electron and .NET exchange, and the one that a page must add. <c>docs/internals/protocol.md</c> lists them.</summary>
internal static class PrivateHeaders
{
    /// <summary>From Electron: the run's secret.</summary>
    public const string Secret = "X-IpcApp-Secret";

    /// <summary>From Electron: the origin whose page made the request; absent if no page did.</summary>
    public const string Origin = "X-IpcApp-Origin";

    /// <summary>To Electron: send this file of <c>wwwroot</c> in the place of the body.</summary>
    public const string File = "X-IpcApp-File";

    /// <summary>
    /// From the page's script, for every method but GET and HEAD: a form or a plain request of another site cannot carry it.
    /// </summary>
    public const string Page = "X-IpcApp";

    public const string PageValue = "1";
}
