using IpcApp.Internal.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp;

/// <summary>
/// The part for ASP.NET Core: <c>MapGet</c>, <c>MapGroup</c>, <c>UseExceptionHandler</c> and their like are written as in a web app. Pages
/// reach the endpoints under <c>app://local/</c>, after the files of <c>wwwroot</c>.
/// </summary>
public sealed partial class IpcApplication : IApplicationBuilder, IEndpointRouteBuilder
{
    private bool _hasMiddleware;

    private IApplicationBuilder Pipeline => _app;

    private IEndpointRouteBuilder Routes => _app;

    IServiceProvider IEndpointRouteBuilder.ServiceProvider => Routes.ServiceProvider;

    ICollection<EndpointDataSource> IEndpointRouteBuilder.DataSources => Routes.DataSources;

    IServiceProvider IApplicationBuilder.ApplicationServices
    {
        get => Pipeline.ApplicationServices;
        set => Pipeline.ApplicationServices = value;
    }

    IFeatureCollection IApplicationBuilder.ServerFeatures => Pipeline.ServerFeatures;

    IDictionary<string, object?> IApplicationBuilder.Properties => Pipeline.Properties;

    /// <summary>Answers every GET and HEAD that no file and no other endpoint answers with a file of <c>wwwroot</c>, for pages with routes
    /// of their own. Addresses that look like files (with a dot in their last segment) are left out.</summary>
    /// <param name="filePath">The file, relative to <c>wwwroot</c>, such as <c>index.html</c>.</param>
    /// <remarks>
    /// It takes the place of ASP.NET Core's extension method of this name: the files are Electron's, in a packaged app inside its archive,
    /// so .NET names the file and Electron sends it.
    /// </remarks>
    public IEndpointConventionBuilder MapFallbackToFile(string filePath) => MapFallbackToFile("{*path:nonfile}", filePath);

    /// <inheritdoc cref="MapFallbackToFile(string)"/>
    /// <param name="pattern">The addresses that the file answers, such as <c>admin/{*path}</c>.</param>
    /// <param name="filePath">The file, relative to <c>wwwroot</c>.</param>
    public IEndpointConventionBuilder MapFallbackToFile(string pattern, string filePath)
    {
        ArgumentException.ThrowIfNullOrEmpty(filePath);
        var file = "/" + string.Join('/', filePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.EscapeDataString));
        return this
            .MapFallback(pattern, context =>
            {
                context.Response.Headers[PrivateHeaders.File] = file;
                return Task.CompletedTask;
            })
            .WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
    }

    IApplicationBuilder IEndpointRouteBuilder.CreateApplicationBuilder() => Routes.CreateApplicationBuilder();

    IApplicationBuilder IApplicationBuilder.New() => Pipeline.New();

    RequestDelegate IApplicationBuilder.Build() => Pipeline.Build();

    IApplicationBuilder IApplicationBuilder.Use(Func<RequestDelegate, RequestDelegate> middleware)
    {
        _hasMiddleware = true;
        Pipeline.Use(middleware);
        return this;
    }

    /// <summary>The second socket exists only if there is something to serve on it.</summary>
    private void DecideOnEndpoints()
        => Services.GetRequiredService<EndpointServer>().IsNeeded = _hasMiddleware || Routes.DataSources.Count > 0;
}
