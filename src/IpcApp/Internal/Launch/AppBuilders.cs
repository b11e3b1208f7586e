using IpcApp.Internal.Ground;
using IpcApp.Internal.Http;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace IpcApp.Internal.Launch;

internal static class AppBuilders
{
    /// <summary>An ASP.NET Core builder that opens no port, whose settings stand beside the program, wherever it is started from.</summary>
    public static WebApplicationBuilder Create(string[] args)
    {
        try
        {
            return CreateFromFiles(args);
        }
        catch (InvalidDataException e)
        {
            var reason = Explain(e);
            if (!TestHarness.IsActive)
            {
                // There is no app yet that could log it, and nothing in Program that would catch it.
                Console.Error.WriteLine($"IpcApp: {reason.ReplaceLineEndings(" ")}");
                System.Environment.Exit(ExitCodes.InvalidSetting);
            }

            throw new IpcStartupException(reason, ExitCodes.InvalidSetting, e);
        }
    }

    /// <summary>Why a settings file cannot be read, in a sentence.</summary>
    public static string Explain(InvalidDataException e)
        => $"A settings file cannot be read: {e.Message} {e.InnerException?.Message}".TrimEnd();

    /// <exception cref="InvalidDataException">A settings file cannot be read.</exception>
    public static WebApplicationBuilder CreateFromFiles(string[] args)
    {
        var options = new WebApplicationOptions
        {
            Args = PackagedApp.IsPackaged ? [] : args, // Electron.NET hands its own on
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = PackagedApp.IsPackaged ? Environments.Production : TestHarness.Current?.EnvironmentName,
        };
        var builder = WebApplication.CreateSlimBuilder(options);
        TestHarness.Current?.AddSettings(builder.Configuration);
        EndpointServices.Add(builder);
        ConsoleLog.Add(builder.Logging, builder.Configuration);
        if (PackagedApp.IsPackaged)
        {
            PackagedApp.Shield(builder.Configuration);
            ConsoleLog.LeaveOutColors(builder.Logging, builder.Configuration);
        }

        // Speaks of servers: where it listens, how to stop it. The window says as much.
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        return builder;
    }
}
