using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IpcApp.Conformance.Real;

/// <summary>A web site that has nothing to do with the app: an empty page at every address.</summary>
internal sealed class ForeignSite : IAsyncDisposable
{
    private readonly WebApplication _server;

    private ForeignSite(WebApplication server) => _server = server;

    public string Origin => _server.Urls.First();

    public static async Task<ForeignSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(context => context.Response.WriteAsync("<!doctype html><title>Not the app's</title>"));
        await server.StartAsync();
        return new ForeignSite(server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
