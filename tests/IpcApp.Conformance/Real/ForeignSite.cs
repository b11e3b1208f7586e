using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IpcApp.Conformance.Real;

/// <summary>
/// A web site that has nothing to do with the app: an empty page at every address. One for the whole run, at a port of its own;
/// <c>electron/main.cjs</c> has Chromium ask it for what is at <see cref="ConformanceApp.ForeignOrigin"/>.
/// </summary>
internal static class ForeignSite
{
    /// <summary>Tells hosts where the site is.</summary>
    private const string Variable = "IPCAPP_CONFORMANCE_FOREIGN";

    private static readonly Lazy<Task> Started = new(StartOnceAsync);

    /// <summary>Starts it, if that was not done yet; hosts that are started later find it. It ends with the process.</summary>
    public static Task StartAsync() => Started.Value;

    private static async Task StartOnceAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(context => context.Response.WriteAsync("<!doctype html><title>Not the app's</title>"));
        await server.StartAsync();
        Environment.SetEnvironmentVariable(Variable, new Uri(server.Urls.First()).Authority);
    }
}
