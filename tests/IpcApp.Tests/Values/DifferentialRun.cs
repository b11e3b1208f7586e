using System.Globalization;

namespace IpcApp.Tests.Values;

/// <summary>
/// How many generated values a run compares, and which; both by environment variables. Collects what differs, so that of all failures
/// the smallest is shown: sizes are drawn with the values, and whatever is wrong shows in a small one, too.
/// </summary>
internal sealed class DifferentialRun
{
    public const int BatchSize = 1000;

    private const string CountVariable = "IPCAPP_DIFFERENTIAL_VALUES";
    private const string SeedVariable = "IPCAPP_DIFFERENTIAL_SEED";
    private const int DefaultCount = 100_000;

    private int _failures;
    private string? _smallest;
    private uint _smallestSeed;

    private static uint FirstSeed { get; } = Setting(SeedVariable, 1);

    private static uint Count { get; } = Setting(CountVariable, DefaultCount);

    /// <summary>The seeds of one batch after another.</summary>
    public static IEnumerable<(uint FirstSeed, int Count)> Batches()
    {
        for (var done = 0u; done < Count; done += BatchSize)
        {
            yield return (FirstSeed + done, (int)Math.Min(BatchSize, Count - done));
        }
    }

    public void Compare(uint seed, string what, string expected, string actual)
    {
        if (expected == actual)
        {
            return;
        }

        _failures++;
        var description = $"{what}\nexpected {expected}\nactual   {actual}";
        if (_smallest is null || description.Length < _smallest.Length)
        {
            (_smallest, _smallestSeed) = (description, seed);
        }
    }

    public void AssertNothingDiffered()
    {
        if (_failures > 0)
        {
            Assert.Fail($"{_failures} comparisons of {Count} values differ. {SeedVariable}={_smallestSeed} {CountVariable}=1 shows the "
                + $"smallest again: {_smallest}");
        }
    }

    private static uint Setting(string name, uint otherwise) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
        ? uint.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
        : otherwise;
}
