using IpcApp.Internal.Ground;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Internal.Http;

internal static class EndpointServices
{
    /// <summary>Puts <see cref="EndpointServer"/> in Kestrel's place and the guard before everything else.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<RunSecret>();
        services.AddSingleton<EndpointServer>();
        services.AddSingleton<IServer>(provider => provider.GetRequiredService<EndpointServer>());
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, EndpointGuard>()); // the first filter is the outermost
        services.Configure<KestrelServerOptions>(MeetNoNetwork);
    }

    /// <summary>
    /// Kestrel's defaults keep strangers on a network from wearing it out. Here the only client is the app's own page, which may upload a
    /// film, and may pause one that it plays for as long as it likes.
    /// </summary>
    private static void MeetNoNetwork(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
    }
}
