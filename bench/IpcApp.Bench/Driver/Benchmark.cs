namespace IpcApp.Bench.Driver;

internal static class Benchmark
{
    private const string Small = "small";
    private const double ChromiumTarget = 1.5;
    private const double BridgeTarget = 2.0;

    /// <returns>1 if an answer was wrong or nothing could be measured. A missed ratio is only said: time is not asserted.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        try
        {
            var (rounds, chromium, bridge) = BenchArguments.Parse(arguments);
            Table.Line($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, {rounds} interleaved rounds");
            var allRight = !chromium || await MeasureChromiumAsync(rounds);
            if (bridge)
            {
                await MeasureBridgeAsync(rounds);
            }

            return allRight ? 0 : 1;
        }
        catch (BenchException e)
        {
            Console.Error.WriteLine($"error: {e.Message}");
            return 1;
        }
    }

    private static async Task<bool> MeasureChromiumAsync(int rounds)
    {
        var measured = await AppProcess.RunAsync(AppContext.BaseDirectory, rounds);
        Console.WriteLine();
        Table.Print("Page to C# on the Chromium host; reference: the same page to a JavaScript handler in electron/main.cjs",
            Comparison.Of(measured.Rounds), Small, ChromiumTarget);
        Table.Line($"  {measured.Calls} invokes in flight on one channel: {measured.Calls - measured.WrongAnswers} got their own answer");
        return measured.WrongAnswers == 0;
    }

    private static async Task MeasureBridgeAsync(int rounds)
    {
        using var program = new BridgeProgram();
        var measured = await AppProcess.RunAsync(program.Folder, rounds);
        Console.WriteLine();
        Table.Print("Node to a C# handler, no Chromium; reference: Node to a Node that echoes the bytes, over the same bridge",
            Comparison.Of(measured.Rounds), Small, BridgeTarget);
        if (measured.SmallCall is { } usage)
        {
            Table.Line($"  a small call costs C# {usage.AllocatedBytes:0} bytes and {usage.CpuMicroseconds:0} µs of processor time");
        }
    }
}
