using System.Collections.Concurrent;
using System.Globalization;
using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Order under load: many frames that call at once, and handlers that take their time.</summary>
public abstract class LoadScenarios(AppFixture app, LoadSize size) : ScenarioClass(app)
{
    /// <summary>Another number of calls a frame: <c>IPCAPP_LOAD_CALLS=5000</c>.</summary>
    private const string CallsVariable = "IPCAPP_LOAD_CALLS";

    private const int Seed = 113;

    private readonly ConcurrentDictionary<string, FrameLog> _logs = new();

    [Fact, Rule(107), Rule(109)]
    public async Task S107_Under_load_each_frames_calls_start_in_order_and_get_their_own_answers()
    {
        var calls = Environment.GetEnvironmentVariable(CallsVariable) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : size.Calls;
        var channel = Channel();
        using var handler = IpcMain.WithSenderPolicy(Iframes).Handle(channel, async (e, args) =>
        {
            await WorkAsync(e, args[0]);
            return args[0];
        });
        using var listener = IpcMain.WithSenderPolicy(Iframes).On(channel, async (e, args) =>
        {
            await WorkAsync(e, args[0]);
            e.ReturnValue = args[0];
        });
        var pages = new List<Page>();
        var frames = new List<Frame>();
        for (var i = 0; i < size.Windows; i++)
        {
            pages.Add(await OpenPageAsync(new PageOptions { SubFrames = true }));
            frames.Add(pages[i]);
            for (var j = 1; j < size.FramesPerWindow; j++)
            {
                frames.Add(await pages[i].AddFrameAsync());
            }
        }

        var plans = frames.Select((_, i) => LoadPlan.Create(channel, $"frame {i}", calls, size.SyncShare, Seed + i)).ToList();
        var results = await Task.WhenAll(frames.Zip(plans, (frame, plan) => frame.LoadAsync(plan)));
        foreach (var page in pages)
        {
            await SettleAsync(page);
        }

        Assert.All(results, result => Assert.Empty(result.Wrong));
        Assert.Equal(plans.Select(plan => plan.Kinds.Count(kind => kind is 'i' or 'S')), results.Select(result => result.Answers));
        Assert.All(plans, plan => _logs[plan.From].ShouldBeInOrder(calls));
        Assert.Equal(frames.Count, _logs.Values.Select(log => Assert.Single(log.Senders)).Distinct().Count());
    }

    /// <summary>Notes that a message's handler has started, then works for a while that depends on the message.</summary>
    private Task WorkAsync(IpcEvent e, IpcValue message)
    {
        var (from, index) = (message[0].AsString(), message[1].AsInt32());
        _logs.GetOrAdd(from, _ => new FrameLog()).Started(index, (e.ProcessId, e.FrameId));
        return DelayAsync(Dice(e.SenderInfo.FrameTreeNodeId, index));
    }

    /// <summary>0 to 999, as random as it need be, and the same in each run.</summary>
    private static int Dice(int frame, int index) => (int)((uint)(((frame * 31) + index + Seed) * 0x9E3779B1) >> 16) % 1000;

    /// <summary>Most handlers end at once, many go on later, a few much later.</summary>
    private static async Task DelayAsync(int dice)
    {
        if (dice < 20)
        {
            await Task.Delay(dice);
        }
        else if (dice < 300)
        {
            await Task.Yield();
        }
    }

    /// <summary>Only notes: what is wrong inside of a listener would not fail the scenario there. Asserted at the end.</summary>
    private sealed class FrameLog
    {
        // Without a lock: messages of one frame start one after another.
        private readonly List<int> _started = [];
        private readonly HashSet<(int ProcessId, int FrameId)> _senders = [];

        /// <summary>Who the messages came from: one frame, if all is well.</summary>
        public IReadOnlyCollection<(int ProcessId, int FrameId)> Senders => _senders;

        public void Started(int index, (int ProcessId, int FrameId) from)
        {
            _started.Add(index);
            _senders.Add(from);
        }

        public void ShouldBeInOrder(int calls) => Assert.Equal(Enumerable.Range(0, calls), _started);
    }
}

/// <summary>How much a renderer is given to do.</summary>
/// <param name="Windows">How many windows.</param>
/// <param name="FramesPerWindow">How many frames each has: its main frame, else iframes.</param>
/// <param name="Calls">How many calls each frame makes.</param>
/// <param name="SyncShare">The share of <c>sendSync</c> in them.</param>
public sealed record LoadSize(int Windows, int FramesPerWindow, int Calls, double SyncShare);
