namespace IpcApp.Conformance.Driver;

/// <summary>A window with its page: it is its own main frame, and has what can become of a window.</summary>
public abstract class Page(Frame mainFrame) : Frame
{
    /// <summary>What main knows of it.</summary>
    public abstract WebContents WebContents { get; }

    /// <summary>Loads the same page anew; also after a crash. Waits until it has loaded.</summary>
    public abstract Task ReloadAsync();

    /// <summary>Makes the renderer process crash, and waits until the page is gone.</summary>
    public abstract Task CrashAsync();

    /// <summary>Closes the window, and waits until main knows. Closing it again does nothing.</summary>
    public abstract Task CloseAsync();

    /// <summary>Lets the page object to being closed, by its listener of <c>beforeunload</c>, or no longer.</summary>
    public abstract Task SetStaysAsync(bool stays);

    /// <summary>What a person sees of any window, once all that main has asked for is carried out.</summary>
    public abstract Task<ShownWindow> LookAtAsync(BrowserWindow other);

    public override Task<IReadOnlyList<Task<PageOutcome>>> RunAsync(params PageStep[] steps) => mainFrame.RunAsync(steps);

    public override Task<PageMessage> NextAsync(string channel) => mainFrame.NextAsync(channel);

    public override Task<int> WaitingCountAsync(string channel) => mainFrame.WaitingCountAsync(channel);

    public override Task<LoadResult> LoadAsync(LoadPlan plan) => mainFrame.LoadAsync(plan);

    public override Task<(PagePort Port1, PagePort Port2)> CreateChannelAsync() => mainFrame.CreateChannelAsync();

    public override Task<Frame> AddFrameAsync(FrameOptions? options = null) => mainFrame.AddFrameAsync(options);

    public override Task RemoveAsync() => throw new InvalidOperationException("A main frame cannot be removed; close its window.");

    public override Task<IReadOnlyList<PageOutcome>> RemoveAndRunAsync(params PageStep[] steps)
        => throw new InvalidOperationException("A main frame cannot be removed; close its window.");

    public override Task NavigateAsync(string query, params PageStep[] whileLeaving) => mainFrame.NavigateAsync(query, whileLeaving);

    public override Task VisitAsync(string url) => mainFrame.VisitAsync(url);

    public override Task NavigateInPageAsync(string script, string url) => mainFrame.NavigateInPageAsync(script, url);

    public override Task SetNameAsync(string name) => mainFrame.SetNameAsync(name);

    public override Task<IpcValue> EvaluateAsync(string expression) => mainFrame.EvaluateAsync(expression);

    public override Task ConsoleErrorAsync(string text) => mainFrame.ConsoleErrorAsync(text);
}
