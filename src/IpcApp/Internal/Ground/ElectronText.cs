using System.Diagnostics.CodeAnalysis;

namespace IpcApp.Internal.Ground;

/// <summary>Texts of Electron's errors, to the letter (appendix A of the rules): people search for them.</summary>
internal static class ElectronText
{
    public const string FrameDisposed = "Render frame was disposed before WebFrameMain could be accessed";

    /// <summary>What a page in <c>sendSync</c> gets when no listener has answered (S71).</summary>
    public const string ReplyNeverSent = "reply was never sent";

    public const string MissingChannel = "Missing required channel argument";

    public const string LateFrame =
        "Frame property was accessed after it navigated or was destroyed. Avoid asynchronous tasks prior to indexing.";

    /// <summary>Where Electron throws a TypeError for a channel that is no string (S78).</summary>
    public static void RequireChannel([NotNull] string? channel)
    {
        if (channel is null)
        {
            throw new ArgumentNullException(nameof(channel), MissingChannel);
        }
    }

    /// <summary>Where Node throws a TypeError for a listener that is no function (S6).</summary>
    public static void RequireListener([NotNull] Delegate? listener)
    {
        if (listener is null)
        {
            throw new ArgumentNullException(nameof(listener), "The \"listener\" argument must be of type function. Received null");
        }
    }

    /// <summary>Where Electron throws for a second handler (S23).</summary>
    public static string SecondHandler(string channel) => $"Attempted to register a second handler for '{channel}'";

    /// <summary>Where Electron throws a TypeError for a handler that is no function, after it has looked for another (S24).</summary>
    public static void RequireHandler(IIpcMain emitter, string channel, [NotNull] Delegate? handler)
    {
        if (handler is null)
        {
            if (emitter.HasHandler(channel))
            {
                throw new InvalidOperationException(SecondHandler(channel));
            }

            throw new ArgumentNullException(nameof(handler), "Expected handler to be a function, but found type 'object'");
        }
    }
}
