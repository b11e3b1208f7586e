using System.Diagnostics;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Session;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpcApp.Internal.Composition;

/// <summary>
/// Ends the process when the app's services are not stopped and disposed in time. A web server in that state is seen by its supervisor; a
/// desktop app without windows would stay behind unseen.
/// </summary>
internal sealed class ShutdownLimit : IDisposable
{
    /// <summary>How much longer than <see cref="HostOptions.ShutdownTimeout"/> it may take to stop and dispose everything.</summary>
    private static readonly TimeSpan Leaving = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan FlushLimit = TimeSpan.FromSeconds(1);

    private readonly IServiceProvider _services;
    private readonly EndReport _report;
    private readonly ILogger _logger;
    private readonly TimeSpan _timeout;
    private readonly CancellationTokenRegistration _registration;
    private readonly Timer _timer;
    private ElectronStart? _host;
    private int _hasBegun;

    private ShutdownLimit(IServiceProvider services)
    {
        _services = services;
        _report = services.GetRequiredService<EndReport>();
        _logger = services.GetRequiredService<QueuedLoggers>().Create(EndReport.Category);
        _timeout = services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout;
        _timer = new Timer(_ => End());
        _registration = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(Begin);
    }

    /// <summary>Begins to count when the app begins to stop. Dispose the result when the app has been disposed.</summary>
    public static ShutdownLimit Watch(IServiceProvider services) => new(services);

    public void Dispose()
    {
        _registration.Dispose();
        _timer.Dispose();
    }

    /// <summary>Begins to count, unless it has begun. For an app that did not start, which is disposed without being stopped.</summary>
    public void Begin()
    {
        if (Interlocked.Exchange(ref _hasBegun, 1) != 0)
        {
            return;
        }

        _host = FindHost(); // before the services are disposed
        var limit = _timeout + Leaving;
        if (limit.TotalMilliseconds < int.MaxValue && _timeout >= TimeSpan.Zero && !TestHarness.IsActive)
        {
            _timer.Change(limit, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Null if it cannot be created, which may be why the app did not start.</summary>
    private ElectronStart? FindHost()
    {
        try
        {
            return _services.GetService<ElectronStart>();
        }
        catch (Exception)
        {
            return null;
        }
    }

    private void End()
    {
        if (Debugger.IsAttached)
        {
            return;
        }

        var reason = $"The app's services did not stop within {_timeout.TotalSeconds:0.###} seconds, the ShutdownTimeout of HostOptions, "
            + "and the process is ended. Give StopAsync and ExecuteAsync of your services an end when their token is canceled, and Dispose an end.";
        try
        {
            // Where the log is closed already, the loggers are called on this thread, and may hang.
            Task.Run(() => HostingLog.NotStopped(_logger, reason)).Wait(FlushLimit);
            _report.Fail(reason, ExitCodes.Failure);
            _report.Flush(FlushLimit);
        }
        catch (Exception e)
        {
            LoggerFailures.Write($"{reason} It could not be ended in order: {e.GetType()}: {ExceptionText.MessageOf(e)}");
        }
        finally
        {
            Leave();
        }
    }

    private void Leave()
    {
        try
        {
            _host?.Abandon();
        }
        catch (Exception e)
        {
            LoggerFailures.Write($"The files of the app could not be removed: {e.GetType()}: {ExceptionText.MessageOf(e)}");
        }
        finally
        {
            System.Environment.Exit(System.Environment.ExitCode == 0 ? ExitCodes.Failure : System.Environment.ExitCode);
        }
    }
}
