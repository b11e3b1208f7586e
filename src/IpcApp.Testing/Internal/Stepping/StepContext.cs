namespace IpcApp.Testing.Internal.Stepping;

/// <summary>
/// What the code of one step runs in, so that what it does after an <c>await</c> becomes a step as well. Each message has its own: the
/// continuation of one never runs within a step of another.
/// </summary>
internal sealed class StepContext(StepScheduler scheduler, string name, FakeFrame? page) : SynchronizationContext
{
    private readonly string _rest = "rest of " + name;

    public override void Post(SendOrPostCallback d, object? state) => scheduler.Add(new Step(_rest, () => d(state), this, page, null));

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;
}
