namespace IpcApp;

/// <summary>
/// Accepts messages from pages of other origins, beside the app's own. On a handler class it holds for all its methods; a method adds to
/// what its class allows.
/// </summary>
/// <param name="origins">
/// Each a scheme, a host and where it is not the usual one a port, such as <c>https://example.com</c>. What is no origin is an error at
/// compile time.
/// </param>
/// <remarks>The page must be let into a window first: navigation leaves the app's own pages only where its window is allowed to.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class AllowOriginAttribute(params string[] origins) : Attribute
{
    /// <summary>The origins.</summary>
    public IReadOnlyList<string> Origins { get; } = origins;
}

/// <summary>
/// Accepts messages from iframes of the allowed origins, too. Iframes can send only in windows whose <c>SubFrames</c> is on, Electron's
/// <c>nodeIntegrationInSubFrames</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AllowSubFramesAttribute : Attribute;

/// <summary>
/// Accepts messages from every frame, whatever it shows. The handler must decide by itself whom it answers, by
/// <see cref="IpcEvent.SenderInfo"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AllowAnySenderAttribute : Attribute;
