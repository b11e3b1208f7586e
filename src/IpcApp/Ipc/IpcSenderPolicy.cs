using IpcApp.Internal.Ground;

namespace IpcApp;

/// <summary>
/// Which senders a registration accepts. <see cref="Default"/> accepts the main frame of the app's own origin alone; the other members
/// make a policy that accepts more.
/// </summary>
/// <remarks>
/// Immutable and thread-safe; two policies that accept the same senders are equal. A policy is decided on
/// <see cref="IpcEvent.SenderInfo"/>, what Electron saw when the message arrived, and checked twice: in Electron for all registrations
/// of a channel together, in .NET for each. Handler classes use <see cref="AllowOriginAttribute"/>, <see cref="AllowSubFramesAttribute"/>
/// and <see cref="AllowAnySenderAttribute"/>; registrations by delegate <see cref="IIpcMain.WithSenderPolicy"/>.
/// </remarks>
public sealed class IpcSenderPolicy : IEquatable<IpcSenderPolicy>
{
    private readonly string _key;

    private IpcSenderPolicy(IReadOnlyList<string> origins, bool subFrames, bool anySender)
    {
        Origins = origins;
        AllowsSubFrames = subFrames;
        AllowsAnySender = anySender;
        _key = anySender ? "*" : $"{subFrames} {string.Join(' ', origins)}";
    }

    /// <summary>The main frame of the app's own origin; in development also of the pages that the settings name.</summary>
    public static IpcSenderPolicy Default { get; } = new([], subFrames: false, anySender: false);

    /// <summary>
    /// Every frame, whatever it shows: also foreign and opaque origins. The handler must decide by itself, by
    /// <see cref="IpcEvent.SenderInfo"/>.
    /// </summary>
    public static IpcSenderPolicy AnySender { get; } = new([], subFrames: true, anySender: true);

    /// <summary>The origins that are accepted beside the app's own, serialized as Chromium does.</summary>
    public IReadOnlyList<string> Origins { get; }

    /// <summary>Whether iframes of the accepted origins may send, too. They can only where the window's <c>SubFrames</c> is on.</summary>
    public bool AllowsSubFrames { get; }

    /// <summary>Whether every sender is accepted.</summary>
    public bool AllowsAnySender { get; }

    /// <summary>The policy that accepts these origins, too.</summary>
    /// <param name="origins">
    /// Each a scheme, a host and where it is not the usual one a port, such as <c>https://example.com</c>; or <c>file://</c>.
    /// </param>
    /// <exception cref="ArgumentException">One of them is not an origin. Opaque ones, which all read <c>null</c>, cannot be told apart.</exception>
    public IpcSenderPolicy AllowOrigin(params string[] origins)
    {
        ArgumentNullException.ThrowIfNull(origins);
        return new([.. Origins.Concat(origins.Select(OriginText.Parse)).Distinct().Order(StringComparer.Ordinal)], AllowsSubFrames, AllowsAnySender);
    }

    /// <summary>The policy that accepts iframes of its origins, too.</summary>
    public IpcSenderPolicy AllowSubFrames() => new(Origins, subFrames: true, AllowsAnySender);

    /// <inheritdoc/>
    public bool Equals(IpcSenderPolicy? other) => other is not null && _key == other._key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IpcSenderPolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => _key.GetHashCode(StringComparison.Ordinal);

    /// <summary>The policy in words, for logs and tables.</summary>
    public override string ToString()
        => AllowsAnySender ? "any sender"
            : (AllowsSubFrames ? "all frames of " : "main frames of ") + string.Join(", ", Origins.Prepend("the app's own origin"));
}
