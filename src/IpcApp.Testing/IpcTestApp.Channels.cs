using IpcApp.Infrastructure;
using IpcApp.Internal.Frames;
using IpcApp.Internal.Senders;
using IpcApp.Testing.Internal.Hostile;
using IpcApp.Testing.Internal.Policy;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Testing;

/// <content>What the app has registered.</content>
public sealed partial class IpcTestApp
{
    /// <summary>
    /// All handlers and listeners that the app has now: those of <see cref="IIpcMain"/> by channel, then those of windows and of frames
    /// alone. A channel with several listeners has several entries.
    /// </summary>
    public IReadOnlyList<IpcRegistration> GetChannels()
    {
        var ipcMain = Services.GetRequiredService<IIpcMain>();
        var scopes = Services.GetRequiredService<FrameTree>().EmittersInUse;
        return [.. ipcMain.GetRegistrations().OrderBy(registration => registration.Channel, StringComparer.Ordinal), .. scopes
            .SelectMany(emitter => emitter.GetRegistrations().OrderBy(registration => registration.Channel, StringComparer.Ordinal))];
    }

    /// <summary>
    /// Sends hostile arguments to the binding of every handler and listener, and to nothing else, and fails unless each message is refused
    /// with a clear text or bound to a valid value of the declared types. See <see cref="IpcHostileSuite"/>.
    /// </summary>
    /// <param name="seed">Any number; another one tries other values.</param>
    /// <param name="channel">Only this channel; null for all.</param>
    /// <param name="configure">Says what types take that made-up values do not fit: <see cref="IpcHostileSuite.Use"/>. May be null.</param>
    /// <exception cref="IpcTestException">
    /// Messages were neither; the text lists each with its JavaScript and the seed. Or a handler's types are so strict that nothing was tried.
    /// </exception>
    /// <exception cref="ArgumentException">The app has no such channel.</exception>
    public async Task AssertHostileInputIsRefusedAsync(int seed = 1, string? channel = null, Action<IpcHostileSuite>? configure = null)
    {
        var suite = new IpcHostileSuite(this, seed);
        configure?.Invoke(suite);
        var cases = suite.Cases.Where(hostile => channel is null || hostile.Channel == channel).ToList();
        if (channel is not null && cases.Count == 0)
        {
            var channels = string.Join(", ", GetChannels().Select(registration => registration.Channel).Distinct());
            throw new ArgumentException($"Nothing is registered on '{channel}'. There is: {channels}.", nameof(channel));
        }

        var results = new List<(IpcHostileCase Case, IpcHostileResult Result)>();
        foreach (var hostile in cases)
        {
            results.Add((hostile, await hostile.RunAsync().ConfigureAwait(false)));
        }

        HostileReport.Check(results, seed);
    }

    /// <summary>
    /// Who may send to which handler: each registration against each kind of sender, decided by the checks of .NET and of Electron as the app
    /// has set them up. A table that a test can approve.
    /// </summary>
    /// <exception cref="IpcTestException">The two checks do not agree on a sender: a fault of this package or the runtime.</exception>
    public IpcPolicyMatrix GetPolicyMatrix()
        => new(new PolicyDecisions(Services.GetRequiredService<SenderPolicy>(), _host.Channels).Decide(GetChannels()));
}
