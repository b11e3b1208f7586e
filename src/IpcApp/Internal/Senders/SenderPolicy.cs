using IpcApp.Internal.Settings;
using Microsoft.Extensions.Hosting;

namespace IpcApp.Internal.Senders;

/// <summary>
/// Who may send: by default the main frame of the app's own origin (design 9), also while its document is being left, so that a page can
/// save on <c>pagehide</c>; a registration's policy can accept more. Electron checks the union of a channel's policies before it forwards
/// anything; this is the second lock on the door, for each registration.
/// </summary>
internal sealed class SenderPolicy
{
    private readonly HashSet<string> _origins;

    public SenderPolicy(IpcAppOptions options, IHostEnvironment environment)
    {
        // A development server counts as own; outside development the settings allow no address but the app's.
        var windowOrigins = options.Windows.Values.Select(window => PageAddress.OriginOf(window.Url));
        OwnOrigins = [.. windowOrigins.Prepend(PageAddress.AppOrigin).Distinct()];
        _origins = environment.IsDevelopment() ? [.. OwnOrigins] : [PageAddress.AppOrigin];
    }

    /// <summary>The origins that count as the app's own, as Chromium serializes them.</summary>
    public IReadOnlyList<string> OwnOrigins { get; }

    public static string RefusalText(string channel) => $"Error: Sender not allowed for '{channel}'";

    public bool Allows(IpcSenderInfo sender, IpcSenderPolicy policy)
        => policy.AllowsAnySender
            || ((sender.IsMainFrame || policy.AllowsSubFrames)
                && (IsOwn(sender.Origin) || policy.Origins.Contains(sender.Origin)));

    public bool IsOwn(string origin) => _origins.Contains(origin);
}
