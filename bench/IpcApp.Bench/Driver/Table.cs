using System.Globalization;

namespace IpcApp.Bench.Driver;

/// <summary>Prints what came of a run.</summary>
internal static class Table
{
    public static void Print(string title, IEnumerable<Comparison> comparisons, string targetWorkload, double target)
    {
        Console.WriteLine(title);
        Line($"  {"µs a call, p50",-22}{"C# handler",12}{"reference",12}{"ratio",8}  {"middle half",-14}target");
        foreach (var each in comparisons)
        {
            var verdict = each.Workload != targetWorkload ? ""
                : string.Create(CultureInfo.InvariantCulture, $"{target:0.0} {(each.Ratio <= target ? "met" : "MISSED")}");
            var middle = string.Create(CultureInfo.InvariantCulture, $"{each.Low:0.00} to {each.High:0.00}");
            Line($"  {each.Workload,-22}{each.Handler,12:0.0}{each.Reference,12:0.0}{each.Ratio,8:0.00}  {middle,-14}{verdict}");
        }
    }

    public static void Line(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
