using IpcApp.Internal.Ports;
using IpcApp.Internal.Scheduling;

namespace IpcApp.Testing.Internal.Stepping;

/// <summary>
/// Runs the app's work one step at a time, on the thread that asks for a step, in an order that a seed decides. While the app starts and
/// ends it lets everything run on the pool.
/// </summary>
/// <remarks>
/// What can be next is a list: every lane, pipe and port with something in it is there once, with its first message, so that each of them
/// keeps its order; and every continuation of a handler. The order of the list depends on nothing but the steps before, and the seed picks.
/// </remarks>
internal sealed class StepScheduler(int seed, AppPorts ports) : WorkScheduler
{
    /// <summary>One step at a time; the same thread may make one within another, as a sendSync in a page's script does.</summary>
    private readonly Lock _turn = new();

    private readonly Lock _gate = new();
    private readonly List<Step> _ready = [];
    private readonly List<string> _made = [];
    private readonly List<int> _blocked = [];
    private readonly Random _random = new(seed);
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _changed;
    private Phase _phase = Phase.Starting;
    private int _running;

    private enum Phase
    {
        Starting,
        Beginning,
        Stepping,
        Ended,
    }

    public override bool IsStepwise => true;

    public int Seed => seed;

    /// <summary>The steps made, by name.</summary>
    public IReadOnlyList<string> Made
    {
        get
        {
            lock (_gate)
            {
                return [.. _made];
            }
        }
    }

    /// <summary>What could be next, by name; also what a blocked page keeps waiting.</summary>
    public IReadOnlyList<string> Ready
    {
        get
        {
            lock (_gate)
            {
                return [.. _ready.Select(step => step.Name)];
            }
        }
    }

    public override void Queue(IThreadPoolWorkItem work) => Queue(work, null);

    /// <param name="work">The work; its text names the step.</param>
    /// <param name="page">The page it belongs to, if it runs there: it waits while that is blocked.</param>
    public void Queue(IThreadPoolWorkItem work, FakeFrame? page) => Add(new Step(work, work.Execute, null, page, null));

    public void Add(Step step)
    {
        lock (_gate)
        {
            if (_phase is Phase.Stepping)
            {
                _ready.Add(step);
                _changed?.TrySetResult();
                _changed = null;
                return;
            }

            _running++;
        }

        ThreadPool.UnsafeQueueUserWorkItem(state => state.Scheduler.RunFreely(state.Step), (Scheduler: this, Step: step), preferLocal: false);
    }

    /// <summary>From now on nothing moves by itself. Completes when what the app's start had set going has run.</summary>
    public Task BeginAsync()
    {
        lock (_gate)
        {
            _phase = Phase.Beginning;
            BeginIfStill();
        }

        return _begun.Task;
    }

    /// <summary>The app ends: everything runs by itself again.</summary>
    public void End()
    {
        Step[] left;
        lock (_gate)
        {
            _phase = Phase.Ended;
            left = [.. _ready];
            _ready.Clear();
        }

        Array.ForEach(left, Add);
    }

    /// <summary>Makes a step.</summary>
    /// <returns>False if there is none to make.</returns>
    public bool TryStep()
    {
        lock (_turn)
        {
            Step step;
            lock (_gate)
            {
                var possible = _ready.FindAll(each => !IsBlocked(each));
                if (possible.Count == 0)
                {
                    return false;
                }

                step = possible[_random.Next(possible.Count)];
                _ready.Remove(step);
                _made.Add(step.Name);
            }

            step.Run(new StepContext(this, step.Name, step.Page), ports);
            return true;
        }
    }

    public int Drain()
    {
        var count = 0;
        while (TryStep())
        {
            count++;
        }

        return count;
    }

    /// <summary>Completes when there is a step to make; at once if there is.</summary>
    public Task WhenReady()
    {
        lock (_gate)
        {
            return _ready.Exists(step => !IsBlocked(step))
                ? Task.CompletedTask
                : (_changed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>A page is blocked in a sendSync: nothing of its process runs until it is unblocked (S61, S114).</summary>
    public void Block(int processId)
    {
        lock (_gate)
        {
            _blocked.Add(processId);
        }
    }

    public void Unblock(int processId)
    {
        lock (_gate)
        {
            _blocked.Remove(processId);
            _changed?.TrySetResult();
            _changed = null;
        }
    }

    private bool IsBlocked(Step step) => step.Page is { } page && _blocked.Contains(page.ProcessId);

    private void RunFreely(Step step)
    {
        PortServices.OfFlow.Value = ports;
        try
        {
            step.Execute();
        }
        finally
        {
            lock (_gate)
            {
                _running--;
                BeginIfStill();
            }
        }
    }

    private void BeginIfStill()
    {
        if (_phase == Phase.Beginning && _running == 0)
        {
            _phase = Phase.Stepping;
            _begun.TrySetResult();
        }
    }
}
