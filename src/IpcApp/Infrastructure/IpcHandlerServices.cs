using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpcApp.Infrastructure;

/// <summary>What generated code calls to put handlers into a service collection. Not for use by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IpcHandlerServices
{
    /// <summary>Adds a handler class unless the app registered it itself, with a lifetime or factory of its own.</summary>
    /// <typeparam name="THandler">The handler class.</typeparam>
    /// <param name="services">The app's services.</param>
    /// <param name="lifetime">How long an instance lives.</param>
    public static void AddHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        IServiceCollection services, ServiceLifetime lifetime)
        where THandler : class, IIpcHandler
        => services.TryAdd(ServiceDescriptor.Describe(typeof(THandler), typeof(THandler), lifetime));

    /// <summary>Adds one method of a handler class. It is bound to its channel when the app starts.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="registration">The method.</param>
    public static void AddRegistration(IServiceCollection services, IpcRegistration registration)
        => services.AddSingleton(registration with { BindsFirst = true });
}
