using IpcApp.Bench.App;

namespace IpcApp.Bench.Driver;

/// <summary>A workload over all its rounds: medians of their medians, so that neither a slow call nor a disturbed round counts.</summary>
/// <param name="Workload">Its name.</param>
/// <param name="Handler">Microseconds a call to the C# handler.</param>
/// <param name="Reference">Microseconds a call to what it is compared with.</param>
/// <param name="Ratio">The median of the rounds' ratios.</param>
/// <param name="Low">A quarter of the rounds have a smaller ratio.</param>
/// <param name="High">A quarter of the rounds have a larger ratio.</param>
internal sealed record Comparison(string Workload, double Handler, double Reference, double Ratio, double Low, double High)
{
    public static IEnumerable<Comparison> Of(IEnumerable<Round> rounds) => rounds.GroupBy(round => round.Workload).Select(Of);

    private static Comparison Of(IGrouping<string, Round> rounds)
    {
        var medians = rounds.Select(round => (Handler: Quantile(round.Handler, 0.5), Reference: Quantile(round.Reference, 0.5))).ToList();
        var ratios = medians.Select(round => round.Handler / round.Reference).ToList();
        return new Comparison(
            rounds.Key,
            Quantile(medians.Select(round => round.Handler), 0.5),
            Quantile(medians.Select(round => round.Reference), 0.5),
            Quantile(ratios, 0.5),
            Quantile(ratios, 0.25),
            Quantile(ratios, 0.75));
    }

    private static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)((sorted.Count - 1) * share)];
    }
}
