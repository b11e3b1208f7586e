using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Host;
using IpcApp.Internal.Menus;
using Microsoft.Extensions.Hosting;

namespace IpcApp.Internal.Windows;

/// <summary>What every window needs of the app.</summary>
internal sealed class WindowParts(HostCalls calls, MenuCommands menus, UserEvents events, IHostEnvironment environment)
{
    public HostCalls Calls { get; } = calls;

    public MenuCommands Menus { get; } = menus;

    public UserEvents Events { get; } = events;

    public bool IsDevelopment { get; } = environment.IsDevelopment();
}
