namespace IpcApp.Tests.Shared;

/// <summary>For tests of what happens to objects that nobody keeps.</summary>
internal static class Collector
{
    /// <summary>
    /// Gives the collector occasions until something has happened. One is not always enough: the thread that handed an object over may still
    /// have it on its stack.
    /// </summary>
    /// <param name="done">Fails by itself if it takes too long.</param>
    public static async Task CollectUntilAsync(Task done)
    {
        while (!done.IsCompleted)
        {
            Collect();
            await Task.Yield();
        }

        await done;
    }

    public static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
