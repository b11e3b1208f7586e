using IpcApp.Internal.Settings;
using Microsoft.AspNetCore.Http;

namespace IpcApp.Internal.Http;

/// <summary>Which requests of pages are refused, and with which words. Electron refuses the same ones before it forwards anything.</summary>
internal static class EndpointRefusals
{
    /// <param name="request">The request, as Electron forwarded it.</param>
    /// <param name="initiator">The origin whose page made it; null if no page did.</param>
    /// <param name="isOwn">Whether an origin counts as the app's own.</param>
    /// <returns>The status and the text of the refusal, or null.</returns>
    public static (int Status, string Text)? Of(HttpRequest request, string? initiator, Func<string, bool> isOwn)
    {
        if (request.Headers.Upgrade.Count > 0)
        {
            return (StatusCodes.Status400BadRequest,
                "Refused: there are no WebSockets under app://local/. Use window.ipc, or server-sent events.");
        }

        if (initiator is not null && !isOwn(initiator))
        {
            return (StatusCodes.Status403Forbidden,
                $"Refused: the app's endpoints answer its own pages ({PageAddress.AppOrigin}) only, not '{initiator}'.");
        }

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return null;
        }

        if (initiator is null)
        {
            return (StatusCodes.Status403Forbidden, $"Refused: a {request.Method} request must come from a page of the app ({PageAddress.AppOrigin}).");
        }

        return request.Headers[PrivateHeaders.Page] == PrivateHeaders.PageValue
            ? null
            : (StatusCodes.Status403Forbidden,
                $"Refused: a {request.Method} request needs the header 'X-IpcApp: 1', so that no form and no other site can make it. "
                + $"Write fetch(url, {{ method: '{request.Method}', headers: {{ 'X-IpcApp': '1' }} }}).");
    }
}
