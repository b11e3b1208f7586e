using IpcApp.Internal.Remote;
using IpcApp.Internal.Scheduling;
using Microsoft.Extensions.Hosting;

namespace IpcApp.Internal.Desktop;

/// <summary>The services that every window of the app uses.</summary>
internal sealed class WindowDependencies(RemoteCalls calls, MenuCommands menus, UserEvents events, IHostEnvironment environment)
{
    public RemoteCalls Calls { get; } = calls;

    public MenuCommands Menus { get; } = menus;

    public UserEvents Events { get; } = events;

    public bool IsDevelopment { get; } = environment.IsDevelopment();
}
