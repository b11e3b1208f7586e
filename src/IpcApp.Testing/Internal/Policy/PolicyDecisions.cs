using IpcApp.Infrastructure;
using IpcApp.Internal.Senders;

namespace IpcApp.Testing.Internal.Policy;

/// <summary>Asks both checks of the product, Electron's and .NET's, and demands that they agree.</summary>
/// <param name="policy">.NET's check, of each registration.</param>
/// <param name="host">Electron's check, of all registrations of a channel together.</param>
internal sealed class PolicyDecisions(SenderPolicy policy, FakeChannels host)
{
    private static readonly FakeSender[] Senders =
        [FakeSender.OwnMainFrame, FakeSender.OwnIframe, FakeSender.ForeignIframe, FakeSender.Opaque, FakeSender.Detached];

    public IReadOnlyList<IpcPolicyRow> Decide(IReadOnlyList<IpcRegistration> registrations)
    {
        foreach (var channel in registrations.GroupBy(registration => (registration.Channel, IsHandler: IsHandler(registration))))
        {
            Compare(channel.Key.Channel, channel.Key.IsHandler, [.. channel]);
        }

        return
        [
            .. registrations.Select(Row).OrderBy(row => row.Channel, StringComparer.Ordinal)
                .ThenBy(row => row.Kind).ThenBy(row => row.Handler, StringComparer.Ordinal),
        ];
    }

    private IpcPolicyRow Row(IpcRegistration registration)
    {
        var allowed = Senders.Select(sender => IsAllowed(registration, sender)).ToArray();
        return new(
            registration.Kind,
            registration.Channel,
            registration.DisplayName,
            allowed[0],
            allowed[1],
            allowed[2],
            allowed[3],
            allowed[4],
            registration.SenderPolicy.Origins);
    }

    private bool IsAllowed(IpcRegistration registration, FakeSender sender)
        => policy.Allows(sender.ToSenderInfo(), registration.SenderPolicy);

    /// <exception cref="IpcTestException">One of them accepts a sender that the other refuses.</exception>
    private void Compare(string channel, bool isHandler, IpcRegistration[] registrations)
    {
        var others = registrations.SelectMany(registration => registration.SenderPolicy.Origins)
            .SelectMany(origin => new[]
            {
                FakeSender.ForeignIframe with { Origin = origin },
                FakeSender.ForeignIframe with { Origin = origin, IsMainFrame = true },
            });
        foreach (var sender in Senders.Append(FakeSender.ForeignMainFrame).Append(FakeSender.File).Concat(others))
        {
            var (inHost, inApp) = (host.Allows(channel, isHandler, sender), registrations.Any(one => IsAllowed(one, sender)));
            if (inHost != inApp)
            {
                throw new IpcTestException(
                    $"The two checks of '{channel}' do not agree on a sender of {sender.Origin} ({(sender.IsMainFrame ? "main frame" : "iframe")}): "
                    + $"Electron {(inHost ? "allows" : "refuses")} it, .NET {(inApp ? "allows" : "refuses")} it.");
            }
        }
    }

    private static bool IsHandler(IpcRegistration registration)
        => registration.Kind is IpcRegistrationKind.Handle or IpcRegistrationKind.HandleOnce;
}
