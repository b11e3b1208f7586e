using System.Text.Json;

namespace IpcApp.Testing.Internal;

/// <summary>How a fake window is made.</summary>
internal sealed record FakeWindowOptions
{
    private static readonly Dictionary<string, Func<FakeWindowOptions, JsonElement, FakeWindowOptions>> Readers = new()
    {
        ["width"] = (options, value) => options with { Width = value.GetInt32() },
        ["height"] = (options, value) => options with { Height = value.GetInt32() },
        ["minWidth"] = (options, value) => options with { MinWidth = value.GetInt32() },
        ["minHeight"] = (options, value) => options with { MinHeight = value.GetInt32() },
        ["title"] = (options, value) => options with { Title = value.GetString()! },
        ["preload"] = (options, value) => options with { Preload = value.GetString() },
        ["partition"] = (options, value) => options with { Partition = value.GetString() },
        ["subFrames"] = (options, value) => options with { SubFrames = value.GetBoolean() },
        ["allowedOrigins"] = (options, value) => options with { AllowedOrigins = [.. value.EnumerateArray().Select(each => each.GetString()!)] },
        ["show"] = (options, value) => options with { Show = value.GetBoolean() },
        ["devTools"] = (options, value) => options with { DevTools = value.GetBoolean() },
    };

    /// <summary>The names of the options that Electron is handed.</summary>
    public static IEnumerable<string> Names => Readers.Keys;

    public string? Name { get; init; }

    /// <summary>The page; empty for none yet.</summary>
    public string Url { get; init; } = "";

    /// <summary>The page's origin; null for that of its address.</summary>
    public string? Origin { get; init; }

    /// <summary>The renderer process; null for that of the page's origin.</summary>
    public int? ProcessId { get; init; }

    /// <summary>The frame that opened it by <c>window.open</c>; null for none.</summary>
    public FakeFrame? Opener { get; init; }

    public bool SubFrames { get; init; }

    public bool Show { get; init; } = true;

    public string Title { get; init; } = "";

    /// <summary>Electron's default, for a window that the app's settings and C# have not made.</summary>
    public int Width { get; init; } = 800;

    /// <inheritdoc cref="Width"/>
    public int Height { get; init; } = 600;

    public int? MinWidth { get; init; }

    public int? MinHeight { get; init; }

    public string? Preload { get; init; }

    public string? Partition { get; init; }

    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    public bool DevTools { get; init; }

    /// <summary>The options that Electron is handed, of a window with or without a name.</summary>
    /// <exception cref="NotSupportedException">There is one that the fake does not show.</exception>
    public static FakeWindowOptions Read(JsonElement options)
    {
        var result = new FakeWindowOptions();
        foreach (var option in options.EnumerateObject())
        {
            result = Readers.TryGetValue(option.Name, out var read)
                ? read(result, option.Value)
                : throw FakeCommands.Unknown($"the option '{option.Name}' of a window");
        }

        return result;
    }
}
