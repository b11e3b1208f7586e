using System.Collections.Concurrent;
using IpcApp.Internal.Ports;
using IpcApp.Internal.Wire;
using IpcApp.Testing.Internal.Stepping;

namespace IpcApp.Testing.Internal;

/// <summary>What a test knows of the app's work, and how it is stepped.</summary>
internal sealed partial class FakeElectron
{
    private readonly ConcurrentDictionary<uint, StepPipe> _portPipes = new();

    public IpcTestAppOptions Options { get; }

    public LogCapture Logs { get; }

    public MessageWatch Watch { get; } = new();

    /// <summary>Null where everything runs by itself.</summary>
    public StepScheduler? Steps { get; }

    /// <exception cref="TimeoutException">Something is still handled.</exception>
    public async Task WhenIdleAsync(TimeSpan timeout)
    {
        using var stop = new CancellationTokenSource();
        Task? end = null;
        while (true)
        {
            Steps?.Drain();
            var idle = Watch.WhenIdle();
            var ready = Steps?.WhenReady();
            if (idle.IsCompleted)
            {
                if (ready is { IsCompleted: true })
                {
                    continue;
                }

                await stop.CancelAsync().ConfigureAwait(false);
                PageErrors.ThrowNext();
                if (_loggers is not null && !await _loggers.FlushAsync(timeout).ConfigureAwait(false))
                {
                    throw new TimeoutException(
                        $"After {timeout.TotalSeconds:0.###} s one of the app's loggers does not have every line of the log yet.");
                }

                return;
            }

            end ??= Task.Delay(timeout, stop.Token);
            if (await Task.WhenAny(idle, end, ready ?? end).ConfigureAwait(false) == end)
            {
                throw new TimeoutException(
                    $"After {timeout.TotalSeconds:0.###} s the app is not idle:"
                    + string.Concat(Watch.Describe().Select(line => $"{Environment.NewLine}  - {line}")));
            }
        }
    }

    /// <summary>Runs a page's script: at once on the pool, or step by step.</summary>
    public Task RunScriptAsync(FakeFrame page, Func<Task> script)
    {
        if (Steps is null)
        {
            return Task.Run(script);
        }

        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Steps.Add(new Step($"script of {page.Url}", () => _ = RunAsync(), null, page, ExecutionContext.Capture()));
        return ended.Task;

        async Task RunAsync()
        {
            try
            {
                await script();
                ended.SetResult();
            }
            catch (Exception e)
            {
                ended.SetException(e);
            }
        }
    }

    /// <summary>
    /// What main sends to a frame comes to it in turn: sends and posts in one pipe (S111), answers in another (S113).
    /// </summary>
    private void InTurn(byte[] payload, Action<byte[]> deliver, bool isPost = false)
    {
        if (Steps is null)
        {
            deliver(payload);
            return;
        }

        var (frame, channel, _) = EmittedMessage.Parse(payload, isPost ? PostedFrameFor : FrameFor);
        if (frame is null)
        {
            deliver(payload); // no order to keep
            return;
        }

        frame.SendsOf(Steps).Add($"'{channel}' to {frame.Url}", () =>
        {
            if (!isPost)
            {
                deliver(payload);
                return;
            }

            lock (PortGate.Lock)
            {
                deliver(payload); // it takes the ports that came along out of the table
            }
        });
    }

    /// <summary>A blocked thread's answer waits for nothing: it lets that thread go on.</summary>
    private StepPipe PipeOf(PendingCall call)
        => call.Kind == MessageKind.Invoke ? call.Frame.AnswersOf(Steps!) : new StepPipe(Steps!, null);

    private StepPipe PipeOfPort(uint number) => _portPipes.GetOrAdd(number, _ => new StepPipe(Steps!, null));

    /// <summary>Steps until a task is done; while there is nothing to step, waits for what comes from outside.</summary>
    /// <exception cref="TimeoutException">The deadline of a sendSync has passed.</exception>
    private CallAnswer StepUntil(Task<CallAnswer> answer)
    {
        using var stop = new CancellationTokenSource();
        var deadline = Task.Delay(_commands.SyncDeadline, _time, stop.Token);
        while (!answer.IsCompleted)
        {
            if (deadline.IsCompleted)
            {
                throw new TimeoutException();
            }

            if (!Steps!.TryStep())
            {
                Task.WaitAny(answer, deadline, Steps.WhenReady());
            }
        }

        stop.Cancel();
        return answer.GetAwaiter().GetResult();
    }

    /// <summary>A test that waits for an answer and makes no steps would wait for ever.</summary>
    private Timer? WatchForSteps(PendingCall call)
    {
        if (call.Answer.IsCompleted)
        {
            return null;
        }

        var before = Steps!.Made.Count;
        return new Timer(
            _ =>
            {
                if (Steps.Made.Count == before && Steps.WhenReady().IsCompleted && Steps.Ready is [{ } first, ..])
                {
                    call.Fail(new IpcTestException(
                        $"No test steps: {call} waits, and so does \"{first}\". An app with a seed does not move by itself. "
                        + "Call app.Drain() or app.Step(), or await app.WhenIdleAsync(), before you await the answer."));
                }
            },
            null,
            Options.Timeout,
            Timeout.InfiniteTimeSpan);
    }
}
