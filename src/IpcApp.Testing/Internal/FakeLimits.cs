using System.Text;
using System.Text.Json;
using IpcApp.Internal.Ports;
using IpcApp.Internal.Wire;

namespace IpcApp.Testing.Internal;

/// <summary>
/// What Electron's side checks of a message before it is forwarded, both ways: the settings of <c>IpcApp:Limits</c> that it is told, and what
/// the bridge's messages can hold.
/// </summary>
internal sealed class FakeLimits
{
    private const int ListLength = sizeof(ushort);
    private const int PortLength = sizeof(uint);

    private volatile Settings _settings = new(new IpcLimitOptions());

    public int MaxPendingInvokesPerFrame => _settings.MaxPendingInvokesPerFrame;

    public bool ClosesWindowOnOverload => _settings.CloseWindowOnOverload;

    /// <summary>Takes the member <c>limits</c> of <c>configure</c>.</summary>
    /// <exception cref="NotSupportedException">There is one that the fake does not know.</exception>
    public void Configure(JsonElement limits)
    {
        var settings = _settings;
        foreach (var limit in limits.EnumerateObject())
        {
            settings = limit.Name switch
            {
                "maxMessageBytes" => settings with { MaxMessageBytes = limit.Value.GetInt64() },
                "maxPendingInvokesPerFrame" => settings with { MaxPendingInvokesPerFrame = limit.Value.GetInt32() },
                "closeWindowOnOverload" => settings with { CloseWindowOnOverload = limit.Value.GetBoolean() },
                _ => throw FakeCommands.Unknown($"the limit '{limit.Name}'"),
            };
        }

        _settings = settings;
    }

    /// <summary>Whether a message of the app is refused.</summary>
    /// <returns>The reason, as the app gets it; null if it is not.</returns>
    public string? FindRefusal(MessageKind kind, int bytes) => OutgoingLimit.FindRefusal(kind, bytes, _settings.MaxMessageBytes);

    /// <summary>Whether a page's message is too large.</summary>
    /// <param name="bytes">The number of its bytes, with everything that the app gets.</param>
    /// <returns>The text for the page and the log; null if it is not.</returns>
    public string? FindExcess(long bytes)
        => bytes > _settings.MaxMessageBytes ? ElectronSideTexts.TooLarge(bytes, _settings.MaxMessageBytes) : null;

    /// <summary>Whether a message is too large, with the list of its ports.</summary>
    /// <param name="message">The message.</param>
    /// <param name="head">The number of bytes before the list.</param>
    public string? FindExcess(PortMessage message, int head = 0)
        => FindExcess(head + ListLength + (PortLength * (long)message.Ports.Count) + message.Values.Length);

    public static string? FindExcessOfPorts(int count)
        => count > ElectronSideLimits.PortsOfMessage ? ElectronSideTexts.TooManyPorts(count, ElectronSideLimits.PortsOfMessage) : null;

    /// <summary>Whether a channel that the app has not bound has a name that cannot be forwarded.</summary>
    public static string? FindExcessOfName(string channel)
        => Encoding.UTF8.GetByteCount(channel) is var bytes and > ElectronSideLimits.ChannelBytes
            ? ElectronSideTexts.ChannelTooLong(bytes, ElectronSideLimits.ChannelBytes)
            : null;

    private sealed record Settings(long MaxMessageBytes, int MaxPendingInvokesPerFrame, bool CloseWindowOnOverload)
    {
        public Settings(IpcLimitOptions options)
            : this(options.MaxMessageBytes, options.MaxPendingInvokesPerFrame, options.CloseWindowOnOverload)
        {
        }
    }
}
