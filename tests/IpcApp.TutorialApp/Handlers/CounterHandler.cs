namespace IpcApp.TutorialApp.Handlers;

/// <summary>Pattern 3, the way back: a page answers what the main process sent.</summary>
public sealed class CounterHandler(CounterValues values) : IIpcHandler
{
    [IpcOn("counter-value")]
    public void Value(int value) => values.Add(value);
}
