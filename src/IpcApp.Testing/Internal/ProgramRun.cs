using System.Diagnostics;
using System.Reflection;
using IpcApp.Internal.Host;
using IpcApp.Internal.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace IpcApp.Testing.Internal;

/// <summary>
/// Runs an app's entry point on a thread of its own and takes hold of the host it builds, by the diagnostic events that
/// Microsoft.Extensions.Hosting raises for such use.
/// </summary>
internal sealed class ProgramRun : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IAsyncDisposable
{
    // The events are process-wide; each run looks only at those of its own entry point's flow.
    private static readonly AsyncLocal<ProgramRun?> Current = new();

    private readonly FakeHost _fakeHost;
    private readonly Action<IServiceCollection>? _configureServices;
    private readonly TaskCompletionSource<IHost> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IDisposable? _subscription;
    private IHostApplicationLifetime? _lifetime;

    private ProgramRun(FakeHost fakeHost, Action<IServiceCollection>? configureServices)
    {
        _fakeHost = fakeHost;
        _configureServices = configureServices;
    }

    /// <summary>The app's host, running.</summary>
    public IHost Host => _started.Task.Result;

    public static async Task<ProgramRun> StartAsync(
        Assembly assembly, FakeHost host, Action<IServiceCollection>? configureServices, string[] args)
    {
        var entry = assembly.EntryPoint
            ?? throw new InvalidOperationException(
                $"The assembly {assembly.GetName().Name} has no entry point. Name a type of the app's own assembly, such as Program.");
        var run = new ProgramRun(host, configureServices);
        using (DiagnosticListener.AllListeners.Subscribe(run))
        {
            new Thread(() => run.Run(entry, args)) { IsBackground = true, Name = $"{assembly.GetName().Name} under test" }.Start();
            await run._started.Task.ConfigureAwait(false);
        }

        return run;
    }

    /// <summary>Ends the app, which may have ended by itself already.</summary>
    /// <exception cref="Exception">What the app's Program threw after it had started.</exception>
    public async ValueTask DisposeAsync()
    {
        _lifetime!.StopApplication();
        await _ended.Task.ConfigureAwait(false);
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener listener)
    {
        if (listener.Name == "Microsoft.Extensions.Hosting")
        {
            _subscription = listener.Subscribe(this);
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> diagnostic)
    {
        if (Current.Value != this)
        {
            return;
        }

        if (diagnostic is { Key: "HostBuilding", Value: IHostBuilder builder })
        {
            builder.ConfigureServices(services =>
            {
                _configureServices?.Invoke(services);
                services.Replace(ServiceDescriptor.Singleton<IHostConnector>(provider => _fakeHost.Attach(provider)));
            });
        }
        else if (diagnostic is { Key: "HostBuilt", Value: IHost host })
        {
            _lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
            _lifetime.ApplicationStarted.Register(() => _started.TrySetResult(host));
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    private void Run(MethodInfo entry, string[] args)
    {
        Current.Value = this;
        TestHarness.IsActive = true;
        try
        {
            entry.Invoke(null, entry.GetParameters().Length == 0 ? [] : [args]);
            _started.TrySetException(new InvalidOperationException("The app's Program ended without having started an IpcApplication."));
            _ended.SetResult();
        }
        catch (Exception e)
        {
            Failed(e is TargetInvocationException { InnerException: { } thrown } ? thrown : e);
        }
        finally
        {
            _subscription?.Dispose();
        }
    }

    /// <summary>Before the start the test that starts the app gets the exception, after it the one that disposes it.</summary>
    private void Failed(Exception e)
    {
        if (_started.TrySetException(e))
        {
            _ended.SetResult();
        }
        else
        {
            _ended.SetException(e);
        }
    }
}
