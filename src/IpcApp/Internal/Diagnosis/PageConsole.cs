using IpcApp.Internal.Frames;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Wire;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpcApp.Internal.Diagnosis;

/// <summary>
/// Logs what pages write to their consoles, uncaught errors among it, under <see cref="Category"/>: in development, and elsewhere where a
/// logging setting names the category.
/// </summary>
internal sealed class PageConsole : IConnectionObserver
{
    public static readonly string Category = Subsystem.CategoryOf<Subsystem.Page>();

    private const int MaxAddressLength = 200;

    private readonly FrameTree _frames;
    private readonly ILogger _logger;

    public PageConsole(FrameTree frames, QueuedLoggers loggers, IOptions<LoggerFilterOptions> filters, IHostEnvironment environment)
    {
        _frames = frames;
        _logger = loggers.Create(Category);
        Threshold = environment.IsDevelopment() || IsNamed(filters.Value) ? MinLevel(loggers) : null;
    }

    /// <summary>The least level that Electron's side reports, in Electron's words; null for none.</summary>
    public string? Threshold { get; }

    public void Connected(IElectronLink? link)
    {
    }

    public void Noticed(ElectronNotice notice)
    {
        if (notice is { Type: "console", Message: { } message })
        {
            var (level, place, text) = (LevelOf(notice.Level), Place(notice), LogText.Clean(message, LogText.SentenceLength));
            DevelopmentLog.PageMessage(_logger, level, place, text);
        }
    }

    public void Ended()
    {
    }

    private static bool IsNamed(LoggerFilterOptions filters)
        => filters.Rules.Any(rule => string.Equals(rule.CategoryName, Category, StringComparison.OrdinalIgnoreCase)
            && rule.LogLevel is not (null or LogLevel.None));

    private static LogLevel LevelOf(string? level) => level switch
    {
        "error" => LogLevel.Error,
        "warning" => LogLevel.Warning,
        _ => LogLevel.Debug,
    };

    private static string? MinLevel(QueuedLoggers loggers)
        => loggers.IsWritten(Category, LogLevel.Debug) ? "debug"
            : loggers.IsWritten(Category, LogLevel.Warning) ? "warning"
            : loggers.IsWritten(Category, LogLevel.Error) ? "error"
            : null;

    private string Place(ElectronNotice notice)
    {
        var window = PageName.Window(_frames, notice.Contents);
        return notice.Source is { Length: > 0 } source ? $"{window}, {LogText.Clean(source, MaxAddressLength)}:{notice.Line}" : window;
    }
}
