using System.Diagnostics.CodeAnalysis;
using IpcApp.Internal.Launch;
using IpcApp.Internal.Session;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpcApp;

/// <summary>Registers a launcher.</summary>
public static class ElectronLauncherExtensions
{
    /// <summary>
    /// From now on another framework starts Electron, and makes its windows. Settings on these (<c>IpcApp:Windows</c> and the like) are
    /// refused at start.
    /// </summary>
    /// <typeparam name="TLauncher">Speaks to that framework; a singleton.</typeparam>
    /// <param name="services">The app's services.</param>
    public static IServiceCollection AddElectronLauncher<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TLauncher>(
        this IServiceCollection services)
        where TLauncher : class, IElectronLauncher
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(Rendezvous.Take()); // a packaged app has taken it already
        services.Replace(ServiceDescriptor.Singleton<IElectronLauncher, TLauncher>());
        services.Replace(ServiceDescriptor.Singleton<IElectronConnector, GuestConnector>());
        return services;
    }
}
