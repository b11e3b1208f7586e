using System.Diagnostics;
using System.Reflection;
using IpcApp.Internal.Frames;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IpcApp.Testing.Internal;

/// <summary>
/// Runs an app's entry point on a thread of its own and takes hold of Electron it builds, by the diagnostic events that
/// Microsoft.Extensions.Hosting raises for such use.
/// </summary>
internal sealed class ProgramRun : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IAsyncDisposable
{
    // The events are process-wide; each run looks only at those of its own entry point's flow.
    private static readonly AsyncLocal<ProgramRun?> Current = new();

    private readonly FakeElectron _fakeHost;
    private readonly AppChanges _changes;
    private readonly ServiceFailures _failures = new();
    private readonly TaskCompletionSource<IHost> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IDisposable? _subscription;
    private volatile IHostApplicationLifetime? _lifetime;
    private volatile bool _isUnwanted;

    private ProgramRun(FakeElectron fakeHost, Assembly app)
    {
        _fakeHost = fakeHost;
        _changes = new AppChanges(fakeHost.Options, fakeHost, app);
    }

    /// <summary>The app's host, running.</summary>
    public IHost Host => _started.Task.Result;

    /// <summary>What the app has failed with since it started; null while it runs, or if it has ended in order.</summary>
    public Exception? Failure => _ended.Task.Exception?.InnerException;

    /// <summary>What was registered when the app had started.</summary>
    public IReadOnlyList<PlacedRegistration> RegisteredAtStart { get; private set; } = [];

    public static async Task<ProgramRun> StartAsync(Assembly assembly, FakeElectron host)
    {
        var options = host.Options;
        options.CancellationToken.ThrowIfCancellationRequested();
        var entry = assembly.EntryPoint
            ?? throw new InvalidOperationException(
                $"The assembly {assembly.GetName().Name} has no entry point. Name a type of the app's own assembly, such as Program.");
        var run = new ProgramRun(host, assembly);
        using (DiagnosticListener.AllListeners.Subscribe(run))
        {
            string[] args = [.. options.Args];
            new Thread(() => run.Run(entry, args)) { IsBackground = true, Name = $"{assembly.GetName().Name} under test" }.Start();
            try
            {
                await run._started.Task.WaitAsync(options.CancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!run._started.Task.IsCompleted)
            {
                run._isUnwanted = true;
                run._lifetime?.StopApplication();
                throw;
            }
        }

        return run;
    }

    /// <summary>Ends the app, which may have ended by itself already.</summary>
    /// <exception cref="Exception">What the app's Program, or a background service of it, threw after it had started.</exception>
    public async ValueTask DisposeAsync()
    {
        _lifetime!.StopApplication();
        await _ended.Task.ConfigureAwait(false);
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener listener)
    {
        if (Current.Value == this && listener.Name == "Microsoft.Extensions.Hosting")
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
            builder.ConfigureAppConfiguration((_, configuration) => _changes.Harness.AddSettings(configuration));
            builder.ConfigureServices(services => _changes.Apply(services, _failures));
        }
        else if (diagnostic is { Key: "HostBuilt", Value: IHost host })
        {
            var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
            _lifetime = lifetime;
            lifetime.ApplicationStarted.Register(() => Started(host));
            if (_isUnwanted)
            {
                lifetime.StopApplication();
            }
        }
    }

    /// <summary>Called by Electron, which would keep an exception to itself.</summary>
    private void Started(IHost host)
    {
        if (host.Services.GetService<FrameTree>() is null)
        {
            _started.TrySetException(new InvalidOperationException(
                "The app's Program has started Electron that is no IpcApplication. Name a type of an app that calls IpcApplication.CreateBuilder."));
            _lifetime!.StopApplication();
            return;
        }

        RegisteredAtStart = Registrations.Of(host.Services);
        _started.TrySetResult(host);
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
        TestHarness.Current = _changes.Harness;
        PortServices.OfFlow.Value = _fakeHost.Ports;
        try
        {
            entry.Invoke(null, entry.GetParameters().Length == 0 ? [] : [args]);
            Ended();
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

    private void Ended()
    {
        if (_failures.First is { } failure)
        {
            Failed(failure);
            return;
        }

        _started.TrySetException(new InvalidOperationException("The app's Program ended without having started an IpcApplication."));
        _ended.SetResult();
    }

    /// <summary>Before the start the test that starts the app gets the exception, after it the one that disposes it.</summary>
    private void Failed(Exception e)
    {
        if (e is OperationCanceledException && _failures.First is { } cause)
        {
            e = cause; // a background service has failed while others were starting, and their start was cancelled
        }

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
