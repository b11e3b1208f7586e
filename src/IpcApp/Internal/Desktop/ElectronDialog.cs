using System.Text.Json;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Desktop;

/// <summary>Dialogs that Electron shows.</summary>
internal sealed class ElectronDialog(RemoteCalls calls) : IDialog
{
    public async Task<OpenDialogResult> ShowOpenDialogAsync(
        BrowserWindow? window, OpenDialogOptions? options, CancellationToken cancellationToken)
    {
        var chosen = await ShowAsync(RemoteAction.ShowOpenDialog, window, options, cancellationToken).ConfigureAwait(false);
        return new OpenDialogResult(
            chosen.GetProperty("canceled").GetBoolean(),
            [.. chosen.GetProperty("filePaths").EnumerateArray().Select(path => path.GetString()!)]);
    }

    public async Task<SaveDialogResult> ShowSaveDialogAsync(
        BrowserWindow? window, SaveDialogOptions? options, CancellationToken cancellationToken)
    {
        var chosen = await ShowAsync(RemoteAction.ShowSaveDialog, window, options, cancellationToken).ConfigureAwait(false);
        return new SaveDialogResult(chosen.GetProperty("canceled").GetBoolean(), chosen.GetProperty("filePath").GetString() ?? "");
    }

    private Task<JsonElement> ShowAsync(
        string action, BrowserWindow? window, FileDialogOptions? options, CancellationToken cancellationToken)
    {
        if (window?.IsDestroyed() == true)
        {
            throw new ObjectDisposedException(nameof(BrowserWindow), "Object has been destroyed");
        }

        return calls.InvokeAsync(
            action,
            json =>
            {
                json.WriteOptional("windowId", window?.Id);
                json.WriteStartObject("options");
                if (options is not null)
                {
                    Write(json, options);
                }

                json.WriteEndObject();
            },
            cancellationToken);
    }

    private static void Write(Utf8JsonWriter json, FileDialogOptions options)
    {
        json.WriteOptional("title", options.Title);
        json.WriteOptional("defaultPath", options.DefaultPath);
        json.WriteOptional("buttonLabel", options.ButtonLabel);
        json.WriteStartArray("filters");
        foreach (var filter in options.Filters)
        {
            json.WriteStartObject();
            json.WriteString("name", filter.Name);
            json.WriteStrings("extensions", filter.Extensions);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (options is OpenDialogOptions { Properties: not OpenDialogProperties.None and var properties })
        {
            json.WriteStrings("properties", NamesOf(properties));
        }
    }

    private static IEnumerable<string> NamesOf(OpenDialogProperties properties)
        => Enum.GetValues<OpenDialogProperties>()
            .Where(property => property != OpenDialogProperties.None && properties.HasFlag(property))
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.ToString()));
}
