using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Settings;

/// <summary>What a window's options may be, wherever they were set.</summary>
internal static class WindowRules
{
    private const int MinSize = 100;
    private const int MaxSize = 16_384;

    /// <summary>The first option that is out of range, with what it must be, to follow "it must be"; null if all are fine.</summary>
    public static Fault? FindFault(BrowserWindowOptions options)
        => Size(nameof(options.Width), options.Width, MinSize)
            ?? Size(nameof(options.Height), options.Height, MinSize)
            ?? Size(nameof(options.MinWidth), options.MinWidth, 1)
            ?? Size(nameof(options.MinHeight), options.MinHeight, 1)
            ?? Line(nameof(options.Preload), options.Preload)
            ?? Line(nameof(options.Partition), options.Partition)
            ?? Preload(options.Preload)
            ?? Origins(options.AllowedOrigins);

    private static Fault? Size(string option, int? size, int least)
        => size is { } number && (number < least || number > MaxSize)
            ? new Fault(option, $"{number}", $"a whole number from {least} to {MaxSize}")
            : null;

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
