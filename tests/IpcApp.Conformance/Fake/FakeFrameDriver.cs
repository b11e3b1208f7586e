using IpcApp.Testing;
using Microsoft.Extensions.Logging;

namespace IpcApp.Conformance.Fake;

/// <summary>A frame of the test package, doing what a scenario says.</summary>
internal sealed class FakeFrameDriver(FakeFrame frame) : Frame
{
    private readonly Dictionary<string, int> _taken = [];
    private TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>On a thread of its own, since <c>sendSync</c> blocks the one it is called on.</summary>
    public override Task<IReadOnlyList<Task<PageOutcome>>> RunAsync(params PageStep[] steps)
        => Task.Run<IReadOnlyList<Task<PageOutcome>>>(() => [.. steps.Select(step => CarryOut(frame, step))]);

    public override async Task<PageMessage> NextAsync(string channel)
    {
        var arguments = await frame.NextAsync(channel, Patience.Limit);
        _taken[channel] = _taken.GetValueOrDefault(channel) + 1;
        return FakePort.Read(arguments);
    }

    public override Task<int> WaitingCountAsync(string channel)
        => Task.FromResult(frame.Received(channel).Count - _taken.GetValueOrDefault(channel));

    public override Task<LoadResult> LoadAsync(LoadPlan plan) => new FakeLoadPage(frame, plan).RunAsync();

    public override Task<(PagePort Port1, PagePort Port2)> CreateChannelAsync()
    {
        var channel = new FakeMessageChannel(frame);
        return Task.FromResult<(PagePort, PagePort)>((new FakePort(channel.Port1), new FakePort(channel.Port2)));
    }

    public override Task<Frame> AddFrameAsync(FrameOptions? options = null)
    {
        options ??= new FrameOptions();
        var url = options.SourceDocument ? "about:srcdoc" : options.Url ?? "app://local/page.html?inner";
        return Task.FromResult<Frame>(new FakeFrameDriver(frame.AddFrame(url, options.Sandboxed ? "null" : null, options.Name)));
    }

    public override Task RemoveAsync()
    {
        frame.Remove();
        Leave();
        return Task.CompletedTask;
    }

    public override async Task<IReadOnlyList<PageOutcome>> RemoveAndRunAsync(params PageStep[] steps)
    {
        await RemoveAsync();
        return await Task.WhenAll(await RunAsync(steps));
    }

    public override async Task NavigateAsync(string query, params PageStep[] whileLeaving)
    {
        var leaving = frame.Detach($"app://local/page.html?{query}");
        Leave();
        await new FakeFrameDriver(leaving).RunAsync(whileLeaving);
        leaving.Remove();
    }

    public override Task VisitAsync(string url)
    {
        frame.Navigate(url);
        Leave();
        return Task.CompletedTask;
    }

    public override Task NavigateInPageAsync(string script, string url)
    {
        frame.NavigateInPage(url);
        return Task.CompletedTask;
    }

    public override Task SetNameAsync(string name)
    {
        frame.SetName(name);
        return Task.CompletedTask;
    }

    public override Task<IpcValue> EvaluateAsync(string expression) => throw new NotSupportedException(
        "The fake renderer has no JavaScript: list the scenario's rule in not-observable/fake.txt, with the reason.");

    public override Task ConsoleErrorAsync(string text)
    {
        frame.WriteConsole(LogLevel.Error, text);
        return Task.CompletedTask;
    }

    /// <summary>The document is gone: what it waits for never comes.</summary>
    public void Leave()
    {
        var left = Interlocked.Exchange(ref _gone, new(TaskCreationOptions.RunContinuationsAsynchronously));
        left.SetResult();
    }

    private Task<PageOutcome> CarryOut(FakeFrame sender, PageStep step)
    {
        var channel = (string)step.Channel!;
        object?[] arguments = [.. step.Arguments.Select(Clone)];
        try
        {
            switch (step.Kind)
            {
                case PageStepKind.Invoke:
                    return OutcomeAsync(sender.InvokeAsync<IpcValue>(channel, arguments: arguments), _gone.Task);
                case PageStepKind.Send:
                    sender.Send(channel, arguments: arguments);
                    break;
                case PageStepKind.SendSync:
                    return SendSync(sender, channel, arguments);
                case PageStepKind.PostMessage:
                    sender.PostMessage(channel, arguments[0], FakePort.TransferOf(step)!);
                    break;
            }

            return Task.FromResult(PageOutcome.Returned(IpcValue.Undefined));
        }
        catch (IpcRendererException e)
        {
            return Task.FromResult(Failed(e));
        }
    }

    /// <summary>Blocks the steps after it until it is answered, or the document is gone.</summary>
    private Task<PageOutcome> SendSync(FakeFrame sender, string channel, object?[] arguments)
    {
        var call = OutcomeAsync(Task.Run(() => sender.SendSync<IpcValue>(channel, arguments: arguments)), _gone.Task);
        ((IAsyncResult)call).AsyncWaitHandle.WaitOne();
        return call;
    }

    private static async Task<PageOutcome> OutcomeAsync(Task<IpcValue> call, Task gone)
    {
        try
        {
            return await Task.WhenAny(call, gone) == call ? PageOutcome.Returned(await call) : PageOutcome.Gone;
        }
        catch (IpcRendererException e)
        {
            return PageOutcome.Threw(Failed(e).Error!);
        }
    }

    private static PageOutcome Failed(IpcRendererException e) => PageOutcome.Threw(new PageError("Error", e.Message, "Error"));

    /// <summary>A value that no clone can hold is, in C#, a delegate: the codec treats all of them alike.</summary>
    private static object? Clone(object? argument) => argument is Uncloneable ? (Action)(() => { }) : argument;
}
