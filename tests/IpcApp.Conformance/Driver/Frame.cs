namespace IpcApp.Conformance.Driver;

/// <summary>A frame of a page, as a scenario uses it: what its script does, and what it sees.</summary>
public abstract class Frame
{
    /// <summary>
    /// Carries out steps in one task of the page, one right after the other. Each outcome completes when the page has it: at once, but for
    /// <c>invoke</c>.
    /// </summary>
    public abstract Task<IReadOnlyList<Task<PageOutcome>>> RunAsync(params PageStep[] steps);

    /// <summary>Takes the next message that came on a channel that the page listens on.</summary>
    /// <exception cref="TimeoutException">None came.</exception>
    public abstract Task<PageMessage> NextAsync(string channel);

    /// <summary>How many messages of a channel have come and are not taken yet.</summary>
    public abstract Task<int> WaitingCountAsync(string channel);

    /// <summary>Makes all calls of a plan, and waits for their answers.</summary>
    public abstract Task<LoadResult> LoadAsync(LoadPlan plan);

    /// <summary>Makes two entangled ports in the page.</summary>
    public abstract Task<(PagePort Port1, PagePort Port2)> CreateChannelAsync();

    /// <summary>Adds an iframe, and waits until it has loaded.</summary>
    public abstract Task<Frame> AddFrameAsync(FrameOptions? options = null);

    /// <summary>Removes this iframe's element.</summary>
    public abstract Task RemoveAsync();

    /// <summary>
    /// Removes this iframe's element, then calls its <c>ipcRenderer</c>, as its parent can that has kept it. Calls alone; an argument is 1.
    /// </summary>
    public abstract Task<IReadOnlyList<PageOutcome>> RemoveAndRunAsync(params PageStep[] steps);

    /// <summary>Loads another page of the app, <c>page.html</c> with this query, and waits until it has loaded.</summary>
    /// <param name="query">The query.</param>
    /// <param name="whileLeaving">What the document before it does last, in its <c>pagehide</c>.</param>
    public abstract Task NavigateAsync(string query, params PageStep[] whileLeaving);

    /// <summary>Loads a page of another origin, and waits until it has loaded.</summary>
    public abstract Task VisitAsync(string url);

    /// <summary>Navigates within the document, which stays.</summary>
    /// <param name="script">What the page's script does; carried out by real renderers.</param>
    /// <param name="url">The address that the document has then.</param>
    public abstract Task NavigateInPageAsync(string script, string url);

    /// <summary>Sets <c>window.name</c>.</summary>
    public abstract Task SetNameAsync(string name);

    /// <summary>The value of a JavaScript expression in the frame; promises are awaited. Real renderers only.</summary>
    public abstract Task<IpcValue> EvaluateAsync(string expression);

    /// <summary><c>console.error</c> with one text.</summary>
    public abstract Task ConsoleErrorAsync(string text);

    /// <summary>Waits for <c>ipcRenderer.invoke</c>.</summary>
    public async Task<PageOutcome> InvokeAsync(string channel, params object?[] arguments)
        => await PatientlyAsync(await StartInvokeAsync(channel, arguments), $"the invoke of '{channel}'");

    /// <summary>Calls <c>ipcRenderer.invoke</c>; when it has, the outcome is still to be awaited.</summary>
    public async Task<Task<PageOutcome>> StartInvokeAsync(string channel, params object?[] arguments)
        => (await RunAsync(PageStep.Invoke(channel, arguments)))[0];

    public async Task<PageOutcome> SendSyncAsync(string channel, params object?[] arguments)
        => await RunOneAsync(PageStep.SendSync(channel, arguments));

    /// <summary><c>ipcRenderer.send</c>, which must not throw.</summary>
    public async Task SendAsync(string channel, params object?[] arguments)
        => (await RunOneAsync(PageStep.Send(channel, arguments))).ShouldBe(IpcValue.Undefined);

    /// <summary><c>ipcRenderer.postMessage</c>, which must not throw.</summary>
    public async Task PostMessageAsync(string channel, object? message, params PagePort[] transfer)
        => (await RunOneAsync(PageStep.PostMessage(channel, message, transfer))).ShouldBe(IpcValue.Undefined);

    public Task ListenAsync(string channel) => RunOneAsync(PageStep.Listen(channel));

    protected static async Task<T> PatientlyAsync<T>(Task<T> task, string what)
    {
        try
        {
            return await task.WaitAsync(Patience.Limit);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{what} took longer than {Patience.Limit.TotalSeconds:0} s.");
        }
    }

    private async Task<PageOutcome> RunOneAsync(PageStep step)
        => await PatientlyAsync((await PatientlyAsync(RunAsync(step), $"the step {step.Kind}"))[0], $"the step {step.Kind}");
}
