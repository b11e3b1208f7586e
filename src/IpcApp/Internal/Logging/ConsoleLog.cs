using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace IpcApp.Internal.Logging;

/// <summary>
/// The console logger, as .NET has it: exceptions are printed over several lines. What <c>Logging:Console</c> says decides over the defaults
/// that are set in code, which .NET's own <c>AddSimpleConsole</c> does not do for the formatter's name.
/// </summary>
internal static class ConsoleLog
{
    private const string Section = "Logging:Console:";

    public static void Add(ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.AddSimpleConsole();
        logging.Services.Configure<ConsoleLoggerOptions>(console =>
        {
            if (configuration[Section + nameof(console.FormatterName)] is { Length: > 0 } name)
            {
                console.FormatterName = name;
            }

            if (configuration[Section + nameof(console.LogToStandardErrorThreshold)] is null)
            {
                console.LogToStandardErrorThreshold = LogLevel.Error; // where a person, or Electron for a dialog, looks for why an app has ended
            }
        });
    }

    /// <summary>
    /// Electron keeps the last lines of the standard error, to show in a dialog why the app did not start or has ended. The console would color
    /// them if the standard output is a terminal.
    /// </summary>
    public static void LeaveOutColors(ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.Services.Configure<SimpleConsoleFormatterOptions>(formatter =>
        {
            if (configuration[$"{Section}FormatterOptions:{nameof(formatter.ColorBehavior)}"] is null)
            {
                formatter.ColorBehavior = LoggerColorBehavior.Disabled;
            }
        });
    }
}
