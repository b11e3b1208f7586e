using System.Diagnostics;
using System.Globalization;

namespace IpcApp.Build;

/// <summary>Says on one line what was done and how long it took.</summary>
internal static class Step
{
    public static async Task<T> RunAsync<T>(string name, Func<Task<T>> action)
    {
        var watch = Stopwatch.StartNew();
        var result = await action();
        Print(name, watch.Elapsed);
        return result;
    }

    public static Task RunAsync(string name, Func<Task> action) => RunAsync(name, async () =>
    {
        await action();
        return true;
    });

    private static void Print(string name, TimeSpan time)
        => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-64} {time.TotalSeconds,6:0.0} s"));
}
