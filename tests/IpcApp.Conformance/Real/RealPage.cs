using IpcApp.Conformance.DevTools;

namespace IpcApp.Conformance.Real;

/// <summary>A window of a real renderer.</summary>
internal sealed class RealPage(DevToolsPage page, RealFrame frame, WebContents contents, Action close) : Page(frame)
{
    /// <summary>Answered by <c>electron/main.cjs</c>.</summary>
    private const string ShownChannel = "conformance:shown";

    public override WebContents WebContents => contents;

    public override async Task ReloadAsync()
    {
        var crashed = !page.HasContext(page.MainFrame);
        var previous = crashed ? null : await page.ContextAsync(page.MainFrame, ScriptWorld.Page);
        await page.SendAsync("Page.reload");
        await frame.LoadedAsync(previous);
    }

    public override async Task CrashAsync()
    {
        var gone = page.WhenGoneAsync(page.MainFrame);
        try
        {
            await page.SendAsync("Page.crash");
        }
        catch (DevToolsException e) when (e.IsGone)
        {
            // A renderer that crashes does not say so.
        }

        await gone;
    }

    public override async Task SetStaysAsync(bool stays)
    {
        const string Listen = """
            window.staying ??= (addEventListener('beforeunload', (event) => { if (staying.isWanted) event.preventDefault(); }), {});
            """;
        var context = await page.ContextAsync(page.MainFrame, ScriptWorld.Page);
        var expression = $"{Listen} staying.isWanted = {(stays ? "true" : "false")}";

        // Chromium asks only pages that a person has used.
        await context.SendAsync("Runtime.evaluate", new { expression, contextId = context.Id, userGesture = true });
    }

    public override async Task<ShownWindow> LookAtAsync(BrowserWindow other)
    {
        var outcome = await frame.InvokeAsync(ShownChannel, other.Id);
        var shown = (IpcObject)(outcome.Value ?? throw new InvalidOperationException($"{ShownChannel}: {outcome}"));
        return new ShownWindow(
            shown["title"].AsString(), shown["width"].AsInt32(), shown["height"].AsInt32(), shown["minWidth"].AsInt32(),
            shown["minHeight"].AsInt32(), shown["isVisible"].AsBoolean());
    }

    public override async Task CloseAsync()
    {
        var destroyed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        contents.Destroyed += (_, _) => destroyed.TrySetResult();
        if (!contents.IsDestroyed())
        {
            close();
            await destroyed.Task.WaitAsync(Patience.Limit);
        }

        page.Dispose();
    }
}
