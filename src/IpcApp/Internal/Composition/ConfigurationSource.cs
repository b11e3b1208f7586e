using System.Diagnostics;
using IpcApp.Internal.Diagnosis;
using IpcApp.Internal.Senders;
using IpcApp.Internal.Wire;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IpcApp.Internal.Composition;

/// <summary>What Electron gets to know of the app's settings.</summary>
internal sealed class ConfigurationSource(
    IpcAppOptions options, SenderPolicy policy, PageConsole pageConsole, IOptions<HostOptions> host, IHostEnvironment environment)
{
    public ElectronConfiguration Create() => new(
        environment.IsDevelopment(),
        policy.OwnOrigins,
        options.Limits,
        Debugger.IsAttached ? null : options.SyncDeadline,
        Grace: TimeSpan.Zero,
        host.Value.ShutdownTimeout,
        options.QuitWhenAllWindowsClosed,
        options.ContentSecurityPolicy,
        pageConsole.Threshold);
}
