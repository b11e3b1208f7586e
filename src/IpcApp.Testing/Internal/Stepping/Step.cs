using IpcApp.Internal.Ports;

namespace IpcApp.Testing.Internal.Stepping;

/// <summary>Something that can be next.</summary>
/// <param name="what">Its text is the step's name; asked late, as a queue names its first message.</param>
/// <param name="execute">Does it.</param>
/// <param name="context">The context that it goes on in; null for something new.</param>
/// <param name="page">The page it runs in; null if in main.</param>
/// <param name="flow">The execution context of the code that began it; null for none, as on a thread of the pool.</param>
internal sealed class Step(object what, Action execute, StepContext? context, FakeFrame? page, ExecutionContext? flow)
{
    private static readonly Lazy<ExecutionContext> Clean = new(CaptureClean);

    public string Name => what.ToString()!;

    public FakeFrame? Page => page;

    public void Execute() => execute();

    /// <summary>Does it on this thread, whose own context is there again afterwards.</summary>
    /// <param name="fresh">The context for something new.</param>
    /// <param name="ports">The app's ports.</param>
    public void Run(StepContext fresh, AppPorts ports)
        => ExecutionContext.Run(
            flow ?? Clean.Value,
            _ =>
            {
                PortServices.OfFlow.Value = ports;
                SynchronizationContext.SetSynchronizationContext(context ?? fresh);
                execute();
            },
            null);

    /// <summary>The context that threads of the pool have: nothing of the test flows into a handler.</summary>
    private static ExecutionContext CaptureClean()
    {
        ExecutionContext? clean = null;
        var thread = new Thread(() => clean = ExecutionContext.Capture());
        thread.UnsafeStart();
        thread.Join();
        return clean!;
    }
}
