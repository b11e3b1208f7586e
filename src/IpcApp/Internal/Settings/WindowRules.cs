using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Settings;

/// <summary>What a window's options may be, wherever they were set.</summary>
internal static class WindowRules
{
    /// <summary>Width and height, in device-independent pixels.</summary>
    public static readonly WholeRange Size = new(100, 16_384);

    /// <summary>The least width and height that a user can give a window, in device-independent pixels.</summary>
    public static readonly WholeRange MinSize = new(1, Size.Max);

    /// <summary>The first option that is out of range, with what it must be, to follow "it must be"; null if all are fine.</summary>
    public static Fault? FindFault(BrowserWindowOptions options)
        => Whole(nameof(options.Width), options.Width, Size)
            ?? Whole(nameof(options.Height), options.Height, Size)
            ?? Whole(nameof(options.MinWidth), options.MinWidth, MinSize)
            ?? Whole(nameof(options.MinHeight), options.MinHeight, MinSize)
            ?? Line(nameof(options.Preload), options.Preload)
            ?? Line(nameof(options.Partition), options.Partition)
            ?? Preload(options.Preload)
            ?? Origins(options.AllowedOrigins);

    private static Fault? Whole(string option, int? value, WholeRange range)
        => value is { } number && !range.Contains(number) ? new Fault(option, $"{number}", range.Expected) : null;

    /// <summary>Names of files and sessions.</summary>
    private static Fault? Line(string option, string? value)
        => value is not null && value.Any(char.IsControl) ? new Fault(option, value, "one line without control characters") : null;

    private static Fault? Preload(string? preload)
        => preload is not null && (Path.IsPathRooted(preload) || preload.Split('/', '\\').Contains(".."))
            ? new Fault(
                nameof(BrowserWindowOptions.Preload), preload, "a relative path inside the app's folder, such as 'electron/preload.cjs'")
            : null;

    private static Fault? Origins(IEnumerable<string> origins)
        => origins.FirstOrDefault(origin => OriginText.TryParse(origin) is null) is { } wrong
            ? new Fault(nameof(BrowserWindowOptions.AllowedOrigins), wrong, "origins, each scheme and host, such as https://example.com")
            : null;

    internal sealed record Fault(string Option, string Value, string Expected);
}
