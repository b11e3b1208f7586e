using System.Diagnostics;
using System.Globalization;

namespace IpcApp.Testing.Bench;

/// <summary>What tests cost: a fake invoke, the start of an app, many frames.</summary>
internal static class Benchmark
{
    private const int Calls = 100_000;
    private const int InFlight = 64;
    private const int Rounds = 7;
    private const int Starts = 50;
    private const int Frames = 1_000;

    private static readonly Note Sample = new(1, "Milk", false);

    /// <returns>1 if an answer was wrong. A figure over its target is only said: time is not asserted.</returns>
    public static async Task<int> RunAsync()
    {
        // One core for the test, the dispatcher and the handler together, where the system lets a process choose.
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            Process.GetCurrentProcess().ProcessorAffinity = 1;
        }

        Line($"The test package on one of {Environment.ProcessorCount} processors, .NET {Environment.Version}");
        await MeasureStartsAsync();
        await using var app = await StartAsync();
        var right = await MeasureInvokesAsync(app);
        return await MeasureFramesAsync(app) && right ? 0 : 1;
    }

    private static Task<IpcTestApp> StartAsync() => IpcTestApp.StartAsync<NotesHandler>(new IpcTestAppOptions { Args = ["app"] });

    private static async Task MeasureStartsAsync()
    {
        var times = new List<double>();
        for (var start = 0; start <= Starts; start++)
        {
            var watch = Stopwatch.StartNew();
            await using var app = await StartAsync();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        var (first, others) = (times[0], times[1..]);
        Verdict($"starting Program: {first:0} ms the first time; then, {Starts} times, {Median(others):0.0} ms (at most {others.Max():0.0})",
            others.Max() < 100, "under 100 ms");
    }

    private static async Task<bool> MeasureInvokesAsync(IpcTestApp app)
    {
        var page = app.OpenWindow().MainFrame;
        List<double> oneByOne = [], overlapping = [];
        var right = true;
        await RateAsync(async () => right &= await ToggleAsync(page)); // what is made once is not a call's
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        for (var round = 0; round < Rounds; round++)
        {
            oneByOne.Add(await RateAsync(async () =>
            {
                for (var call = 0; call < Calls; call++)
                {
                    right &= await ToggleAsync(page);
                }
            }));
            overlapping.Add(await RateAsync(async () =>
            {
                for (var call = 0; call < Calls; call += InFlight)
                {
                    right &= (await Task.WhenAll(Enumerable.Range(0, InFlight).Select(_ => ToggleAsync(page)))).All(each => each);
                }
            }));
        }

        Line($"bytes allocated by an invoke, test and app together: {(GC.GetTotalAllocatedBytes(precise: true) - allocated) / (2.0 * Rounds * Calls):#,0}");
        Verdict($"invokes a second, one after another: {Median(oneByOne):#,0}", Median(oneByOne) >= 50_000, "at least 50,000");
        Verdict($"invokes a second, {InFlight} in flight:   {Median(overlapping):#,0}", Median(overlapping) >= 50_000, "at least 50,000");
        return right;
    }

    private static async Task<bool> MeasureFramesAsync(IpcTestApp app)
    {
        var watch = Stopwatch.StartNew();
        var pages = Enumerable.Range(0, Frames).Select(_ => app.OpenWindow().MainFrame).ToList();
        var answers = await Task.WhenAll(pages.Select(ToggleAsync));
        foreach (var page in pages)
        {
            page.Window.Close();
        }

        await app.WhenIdleAsync();
        Line($"  {Frames:#,0} windows opened, asked and closed: {watch.ElapsedMilliseconds} ms, {answers.Count(each => each):#,0} right answers");
        return answers.All(each => each);
    }

    private static async Task<bool> ToggleAsync(FakeFrame page)
        => await page.InvokeAsync<Note>("notes:toggle", Sample) == Sample with { Done = true };

    private static async Task<double> RateAsync(Func<Task> calls)
    {
        var watch = Stopwatch.StartNew();
        await calls();
        return Calls / watch.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Verdict(FormattableString text, bool met, string target)
        => Line($"  {FormattableString.Invariant(text)}; target {target}: {(met ? "met" : "MISSED")}");

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
