using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Senders;
using IpcApp.Internal.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Http;

/// <summary>
/// The first middleware: lets in what Electron forwarded and a page of the app asked for, and shows it to the app as what it is, a request
/// to <c>app://local</c>.
/// </summary>
internal sealed class EndpointGuard(RunSecret secret, SenderPolicy policy, ILogger<Subsystem.Endpoints> logger) : IStartupFilter
{
    private static readonly string[] FromHost = [PrivateHeaders.Secret, PrivateHeaders.Origin];
    private static readonly Uri Own = new(PageAddress.AppOrigin);
    private static readonly HostString OwnHost = new(Own.Host);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(Guard);
        next(app);
    };

    private Task Guard(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!secret.Matches(request.Headers[PrivateHeaders.Secret]))
        {
            EndpointLog.Stranger(logger);
            return RefuseAsync(context, StatusCodes.Status403Forbidden, "Refused: only the app's own host may ask here.");
        }

        string? initiator = request.Headers[PrivateHeaders.Origin];
        foreach (var header in FromHost)
        {
            request.Headers.Remove(header);
        }

        request.Scheme = Own.Scheme;
        request.Host = OwnHost;
        return EndpointRefusals.Of(request, initiator, policy.IsOwn) is { } refusal
            ? RefuseAsync(context, refusal.Status, refusal.Text)
            : next(context);
    }

    private static Task RefuseAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
