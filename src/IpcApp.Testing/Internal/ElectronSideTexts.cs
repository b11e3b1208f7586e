namespace IpcApp.Testing.Internal;

/// <summary>
/// What Electron's side says to pages, and in the log, about messages that it does not forward: the texts of
/// <c>src/electron-main/lib/ipc/failure.js</c>, by the same names. <c>tests/Contract</c> has the table that both are compared with.
/// </summary>
internal static class ElectronSideTexts
{
    private const string DefaultPolicy = "default-src 'self'; img-src 'self' data: blob:; media-src 'self' data: blob:; font-src 'self' data:; "
        + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    /// <summary>The policy of pages where the settings have none.</summary>
    /// <param name="framed">The origins that pages may frame, beside their own.</param>
    public static string ContentSecurityPolicy(IReadOnlyCollection<string> framed)
        => framed.Count == 0 ? DefaultPolicy : $"{DefaultPolicy}; frame-src 'self' {string.Join(' ', framed)}";

    public static string TooManyPorts(int count, int limit)
        => $"Error: The message hands {count} ports over, more than the {limit} that a message can have";

    public static string ChannelTooLong(int bytes, int limit)
        => $"Error: The channel's name has {bytes} bytes, more than the {limit} that a name can have";

    public static string TooLarge(long bytes, long limit)
        => $"Error: The message has {bytes} bytes, more than the {limit} that IpcApp:Limits:MaxMessageBytes allows";

    public static string TooManyInvokes(int limit)
        => $"Error: {limit} invokes of this frame wait for their answers already, as many as IpcApp:Limits:MaxPendingInvokesPerFrame allows";
}
