using IpcApp.Testing;

namespace IpcApp.Conformance.Fake;

/// <summary>A page's script that makes the calls of a <see cref="LoadPlan"/>; <c>load</c> of page/agent.js, for fakes.</summary>
internal sealed class FakeLoadPage(FakeFrame frame, LoadPlan plan)
{
    private readonly List<string> _wrong = [];
    private readonly Lock _gate = new();
    private int _answers;

    /// <summary>On a thread of its own, as a page has: <c>sendSync</c> blocks it.</summary>
    public async Task<LoadResult> RunAsync()
    {
        var pending = await Task.Factory.StartNew(
            MakeCalls, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.WhenAll(pending);
        return new LoadResult(_answers, _wrong);
    }

    private List<Task> MakeCalls()
    {
        var pending = new List<Task>();
        for (var index = 0; index < plan.Kinds.Length; index++)
        {
            var message = new IpcArray([plan.From, index, plan.TextOf(index)]);
            switch (plan.Kinds[index])
            {
                case 'i':
                    pending.Add(InvokeAsync(message));
                    break;
                case 's':
                    frame.Send(plan.Channel, message);
                    break;
                case 'p':
                    frame.PostMessage(plan.Channel, message);
                    break;
                default:
                    Check(message, frame.SendSync<IpcValue>(plan.Channel, message));
                    break;
            }
        }

        return pending;
    }

    private async Task InvokeAsync(IpcArray message)
    {
        try
        {
            Check(message, await frame.InvokeAsync<IpcValue>(plan.Channel, message));
        }
        catch (IpcRendererException e)
        {
            Check(message, e.Message);
        }
    }

    private void Check(IpcArray sent, IpcValue got)
    {
        if (IpcValue.DeepEquals(sent, got))
        {
            Interlocked.Increment(ref _answers);
            return;
        }

        lock (_gate)
        {
            _wrong.Add($"{got} answered {sent}");
        }
    }
}
