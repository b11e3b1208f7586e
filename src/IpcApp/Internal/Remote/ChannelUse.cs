using IpcApp.Internal.Emitters;
using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Remote;

/// <summary>
/// What all emitters of the app have on one channel: how many handlers and listeners accept which senders. Electron binds a channel once
/// for the union of scopes, and enforces the union of their policies.
/// </summary>
internal sealed class ChannelUse
{
    private readonly Dictionary<IpcSenderPolicy, int> _handlers = [];
    private readonly Dictionary<IpcSenderPolicy, int> _listeners = [];

    public bool HasHandler => _handlers.Count > 0;

    public bool HasListener => _listeners.Count > 0;

    /// <summary>The message that tells Electron's side of the use as it is now.</summary>
    public ControlMessage ToMessage(string channel, uint number) => ControlMessage.Bind(channel, number, [.. _handlers.Keys], [.. _listeners.Keys]);

    /// <returns>Whether Electron must be told.</returns>
    public bool Add(Registration registration)
    {
        var policies = PoliciesOf(registration);
        var policy = registration.Definition.SenderPolicy;
        var count = policies.GetValueOrDefault(policy);
        policies[policy] = count + 1;
        return count == 0;
    }

    /// <returns>Whether Electron must be told.</returns>
    public bool Remove(Registration registration)
    {
        var policies = PoliciesOf(registration);
        var policy = registration.Definition.SenderPolicy;
        return --policies[policy] == 0 && policies.Remove(policy);
    }

    private Dictionary<IpcSenderPolicy, int> PoliciesOf(Registration registration) => registration.IsHandler ? _handlers : _listeners;
}
