using IpcApp.Infrastructure;
using IpcApp.Internal.Frames;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Testing.Internal;

/// <summary>A handler or listener that is registered now, and where.</summary>
internal sealed record PlacedRegistration(IpcRegistration Definition, string Place);

/// <summary>Finds what is registered in an app, in every scope that is still there.</summary>
internal static class Registrations
{
    public static IReadOnlyList<PlacedRegistration> Of(IServiceProvider services)
    {
        var frames = services.GetRequiredService<FrameTree>();
        return
        [
            .. services.GetRequiredService<IIpcMain>().GetRegistrations().Select(each => new PlacedRegistration(each, "IIpcMain")),
            .. frames.GetAllWebContents()
                .SelectMany(contents => contents.EmitterOrNull?.GetRegistrations() ?? [], (contents, each)
                    => new PlacedRegistration(each, $"WebContents.Ipc of {NameOf(contents)}")),
            .. frames.AllNodes()
                .SelectMany(frame => frame.EmitterOrNull?.GetRegistrations() ?? [], (frame, each)
                    => new PlacedRegistration(each, $"WebFrameMain.Ipc of {frame.InfoOrNull?.Url}")),
        ];
    }

    private static string NameOf(WebContents contents)
        => contents.WindowName is { } name ? $"the window '{name}'" : $"the window with the contents {contents.Id}";
}
