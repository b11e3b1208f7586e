using IpcApp.Internal.Logging;
using IpcApp.Internal.Settings;
using IpcApp.Tests.Values;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace IpcApp.Tests.Hosting;

/// <summary>How the program knows that it is packaged, and what it then does for Electron.</summary>
public sealed class PackagedAppTests : IDisposable
{
    private readonly DirectoryInfo _resources = Directory.CreateTempSubdirectory("ipcapp-resources-");

    private string Program => _resources.CreateSubdirectory("main-process").FullName;

    public void Dispose() => _resources.Delete(recursive: true);

    [Theory]
    [InlineData("app.asar", true)]
    [InlineData("app/.ipcapp/app.json", true)]
    [InlineData("app/package.json", false)]
    [InlineData("main-process/app.asar", false)]
    public void A_program_is_packaged_if_the_app_lies_beside_its_folder(string file, bool isPackaged)
    {
        var path = Path.Combine(_resources.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");

        Assert.Equal(isPackaged, PackagedApp.IsBeside(Program + Path.DirectorySeparatorChar));
    }

    [Fact]
    public void Errors_are_written_where_the_host_listens_and_without_colours()
    {
        using var services = ConsoleServices([]);

        Assert.Equal(LogLevel.Error, services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.LogToStandardErrorThreshold);
        var formatter = services.GetRequiredService<IOptions<SimpleConsoleFormatterOptions>>().Value;
        Assert.Equal(LoggerColorBehavior.Disabled, formatter.ColorBehavior);
        Assert.False(formatter.SingleLine);
    }

    [Fact]
    public void Settings_of_the_console_decide_over_what_the_code_sets()
    {
        using var services = ConsoleServices(new()
        {
            ["Logging:Console:FormatterName"] = "json",
            ["Logging:Console:LogToStandardErrorThreshold"] = "Critical",
            ["Logging:Console:FormatterOptions:ColorBehavior"] = "Enabled",
            ["Logging:Console:FormatterOptions:SingleLine"] = "true",
        });

        var console = services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value;
        Assert.Equal(("json", LogLevel.Critical), (console.FormatterName, console.LogToStandardErrorThreshold));
        var formatter = services.GetRequiredService<IOptions<SimpleConsoleFormatterOptions>>().Value;
        Assert.Equal((LoggerColorBehavior.Enabled, true), (formatter.ColorBehavior, formatter.SingleLine));
    }

    private static ServiceProvider ConsoleServices(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection()
            .AddLogging(logging =>
            {
                logging.AddConfiguration(configuration.GetSection("Logging"));
                ConsoleLog.Add(logging, configuration);
                ConsoleLog.LeaveOutColors(logging, configuration);
            })
            .BuildServiceProvider();
    }

    [Theory]
    [InlineData("00:00:30", 30_000)]
    [InlineData("00:01:30", 90_000)]
    [InlineData("-00:00:00.001", int.MaxValue)]
    [InlineData("30.00:00:00", int.MaxValue)]
    public async Task The_host_is_told_how_long_services_may_take_to_stop(string timeout, int milliseconds)
    {
        await using var app = await RawApp.StartAsync(services => services.Configure<HostOptions>(
            options => options.ShutdownTimeout = TimeSpan.Parse(timeout, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(milliseconds, app.Host.Configuration.GetProperty("shutdownMs").GetInt32());
    }
}
