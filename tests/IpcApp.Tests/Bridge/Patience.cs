namespace IpcApp.Tests.Bridge;

/// <summary>What a test waits for must come; this is how long before it fails instead of hanging.</summary>
internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static Task<T> OrFail<T>(this Task<T> task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);

    public static Task OrFail(this Task task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);
}
