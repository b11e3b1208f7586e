using System.Globalization;

namespace IpcApp.Bench.Driver;

/// <param name="Rounds">How often each workload is measured.</param>
/// <param name="Chromium">Whether to measure with a real renderer.</param>
/// <param name="Bridge">Whether to measure without one.</param>
internal sealed record BenchArguments(int Rounds, bool Chromium, bool Bridge)
{
    private const string Usage = "Usage: bench [chromium | bridge] [--rounds N], with N from 1 to 1000.";

    public static BenchArguments Parse(string[] arguments) => Parse(new BenchArguments(15, Chromium: true, Bridge: true), arguments);

    private static BenchArguments Parse(BenchArguments parsed, ReadOnlySpan<string> rest) => rest switch
    {
        [] => parsed,
        ["chromium", ..] => Parse(parsed with { Bridge = false }, rest[1..]),
        ["bridge", ..] => Parse(parsed with { Chromium = false }, rest[1..]),
        ["--rounds", var text, ..] when int.TryParse(text, CultureInfo.InvariantCulture, out var rounds) && rounds is >= 1 and <= 1000
            => Parse(parsed with { Rounds = rounds }, rest[2..]),
        _ => throw new BenchException(Usage),
    };
}
