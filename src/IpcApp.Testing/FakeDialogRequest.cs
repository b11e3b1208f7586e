using System.Text.Json;

namespace IpcApp.Testing;

/// <summary>Which dialog an app has shown.</summary>
public enum FakeDialogKind
{
    /// <summary><see cref="IDialog.ShowOpenDialogAsync"/>.</summary>
    Open,

    /// <summary><see cref="IDialog.ShowSaveDialogAsync"/>.</summary>
    Save,
}

/// <summary>A dialog as the app asked for it.</summary>
public sealed record FakeDialogRequest
{
    private FakeDialogRequest()
    {
    }

    /// <summary>Which dialog.</summary>
    public required FakeDialogKind Kind { get; init; }

    /// <summary>The window it belongs to; null if to none.</summary>
    public required FakeWindow? Window { get; init; }

    /// <summary>Its title; null if the app gave none.</summary>
    public string? Title { get; init; }

    /// <summary>Where it begins; null if the app gave nothing.</summary>
    public string? DefaultPath { get; init; }

    /// <summary>The text of its button; null if the app gave none.</summary>
    public string? ButtonLabel { get; init; }

    /// <summary>The kinds of files it offers.</summary>
    public IReadOnlyList<FileFilter> Filters { get; init; } = [];

    /// <summary>What people can do in an open dialog.</summary>
    public OpenDialogProperties Properties { get; init; }

    internal static FakeDialogRequest Read(FakeDialogKind kind, JsonElement options, FakeWindow? window) => new()
    {
        Kind = kind,
        Window = window,
        Title = Text(options, "title"),
        DefaultPath = Text(options, "defaultPath"),
        ButtonLabel = Text(options, "buttonLabel"),
        Filters = [.. Items(options, "filters").Select(ReadFilter)],
        Properties = Items(options, "properties").Aggregate(
            OpenDialogProperties.None,
            (all, name) => all | Enum.Parse<OpenDialogProperties>(name.GetString()!, ignoreCase: true)),
    };

    private static FileFilter ReadFilter(JsonElement filter)
        => new(filter.GetProperty("name").GetString()!, [.. Items(filter, "extensions").Select(extension => extension.GetString()!)]);

    private static string? Text(JsonElement options, string name)
        => options.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static JsonElement[] Items(JsonElement options, string name)
        => options.TryGetProperty(name, out var value) ? [.. value.EnumerateArray()] : [];
}
