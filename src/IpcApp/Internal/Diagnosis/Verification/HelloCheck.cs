using System.Globalization;
using IpcApp.Infrastructure;
using IpcApp.Internal.Emitters;
using IpcApp.Internal.Frames;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IpcApp.Internal.Diagnosis.Verification;

/// <summary>
/// The packaged app's part of <c>verify</c>: greets each page when it has loaded, until one has answered both ways, writes one line and ends
/// the app. <c>docs/guide/packaging.md</c> has the steps.
/// </summary>
/// <param name="limit">How long the page may take.</param>
/// <param name="ipcMain">Where the page's answers come in.</param>
/// <param name="frames">The pages.</param>
/// <param name="time">The clock.</param>
/// <param name="end">Gets the one line, and the exit code to end with. Called once.</param>
internal sealed class HelloCheck(TimeSpan limit, Emitter ipcMain, FrameTree frames, TimeProvider time, Action<string, int> end)
    : IConnectionObserver, IDisposable
{
    public const string Channel = "ipcapp:hello";
    private const string Variable = "IPCAPP_VERIFY";

    // What only .NET knows: the page has heard the first, and got the second as an answer.
    private readonly string _first = Guid.NewGuid().ToString("n");
    private readonly string _second = Guid.NewGuid().ToString("n");
    private readonly Lock _gate = new();
    private HelloFailure _missing = new("no-window", "The app has opened no window");
    private string? _told;
    private HelloVersions? _versions;
    private ITimer? _timer;
    private bool _isOver;

    /// <summary>Electron asks for it by a variable, which is taken out of the environment in any case.</summary>
    public static void AddIfAsked(IServiceCollection services)
    {
        var asked = Environment.GetEnvironmentVariable(Variable);
        Environment.SetEnvironmentVariable(Variable, null);
        if (int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            services.AddSingleton<IConnectionObserver>(provider => new HelloCheck(
                TimeSpan.FromSeconds(seconds),
                provider.GetRequiredService<Emitter>(),
                provider.GetRequiredService<FrameTree>(),
                provider.GetRequiredService<TimeProvider>(),
                (line, exitCode) =>
                {
                    Console.Out.WriteLine(line);
                    Environment.ExitCode = exitCode;
                    provider.GetRequiredService<IHostApplicationLifetime>().StopApplication();
                }));
        }
    }

    public void Connected(IElectronLink? link)
    {
        Register(IpcRegistrationKind.Handle, Answer);
        Register(IpcRegistrationKind.On, Conclude);
        _timer = time.CreateTimer(_ => End(null), null, limit, Timeout.InfiniteTimeSpan);
    }

    public void Noticed(ElectronNotice notice)
    {
        switch (notice.Type)
        {
            case "window-created" when frames.FromId(notice.Contents) is { } contents:
                Expect("page", "The page has not loaded");
                contents.DomReady += (_, _) => Greet(contents);
                break;
            case "error":
                _told ??= notice.Message;
                if (notice.Source is "load-failed" or "render-process-gone")
                {
                    Expect("page", "The page has failed");
                    End(null);
                }

                break;
        }
    }

    public void Ended()
    {
    }

    public void Dispose() => _timer?.Dispose();

    private void Register(IpcRegistrationKind kind, Action<IpcCall> run) => ipcMain.RegisterAnyName(new IpcRegistration
    {
        Channel = Channel,
        Kind = kind,
        DisplayName = "verify",
        Invoker = call =>
        {
            run(call);
            return default;
        },
    });

    private void Greet(WebContents contents)
    {
        Expect("preload", "The page has loaded, but its preload has not answered");
        contents.MainFrameOrNull?.Send(Channel, _first);
    }

    /// <summary>The page has heard .NET, and asks.</summary>
    private void Answer(IpcCall call)
    {
        if (call.Argument<string>(0, "word") != _first)
        {
            return;
        }

        _versions = new HelloVersions(call.NullableArgument<string>(2, "electron"), call.NullableArgument<string>(3, "chromium"));
        if (call.Argument<int>(1, "status") is >= 400 and var status)
        {
            Expect("page", $"The page '{call.BaseEvent.SenderInfo.Url}' was answered with {status}");
            End(null);
            return;
        }

        Expect("reply", "The page has asked .NET, but not got the answer");
        call.Return(_second);
    }

    /// <summary>The page has got .NET's answer.</summary>
    private void Conclude(IpcCall call)
    {
        if (call.Argument<string>(0, "word") == _second)
        {
            End(call.BaseEvent.SenderInfo.Url);
        }
    }

    /// <summary>What is to be said if nothing more comes.</summary>
    private void Expect(string stage, string message)
    {
        lock (_gate)
        {
            _missing = new HelloFailure(stage, message);
        }
    }

    /// <param name="page">The page that has answered; null if none has.</param>
    private void End(string? page)
    {
        HelloFailure missing;
        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            _isOver = true;
            missing = _missing with { Message = _told is null ? $"{_missing.Message}." : $"{_missing.Message}: {_told}" };
        }

        end(HelloReport.Of(page, page is null ? missing : null, _versions), page is null ? ExitCodes.Failure : 0);
    }
}

/// <summary>What has not come, and after what.</summary>
internal sealed record HelloFailure(string Stage, string Message);

/// <summary>What the page's process says of itself.</summary>
internal sealed record HelloVersions(string? Electron, string? Chromium);
