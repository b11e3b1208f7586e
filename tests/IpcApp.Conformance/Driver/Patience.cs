namespace IpcApp.Conformance.Driver;

/// <summary>How long a scenario waits for what should come at once, on a machine that is busy.</summary>
public static class Patience
{
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(20);

    /// <summary>Waits for what should come soon, so that a scenario fails instead of hanging.</summary>
    /// <exception cref="TimeoutException">It did not.</exception>
    public static Task SoonAsync(this Task task) => task.WaitAsync(Limit);

    /// <inheritdoc cref="SoonAsync(Task)"/>
    public static Task<T> SoonAsync<T>(this Task<T> task) => task.WaitAsync(Limit);
}
