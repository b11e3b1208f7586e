namespace IpcApp.Conformance.Driver;

/// <summary>How long a scenario waits for what should come at once, on a machine that is busy.</summary>
public static class Patience
{
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(20);
}
