using System.Globalization;
using System.Text;

namespace IpcApp.Testing.Internal.Hostile;

/// <summary>Findings as one readable list.</summary>
internal static class HostileReport
{
    private const int MaxPerParameter = 3;

    /// <exception cref="IpcTestException">
    /// There are findings, or the suite had no arguments that fit, and so tried next to nothing.
    /// </exception>
    public static void Check(IReadOnlyList<(IpcHostileCase Case, IpcHostileResult Result)> results, int seed)
    {
        Check([.. results.SelectMany(each => each.Result.Findings)], seed);
        var strict = results.Where(each => !each.Result.FitsAsMade).Select(each => $"\n  - {each.Case}").ToList();
        if (strict.Count > 0)
        {
            throw new IpcTestException(
                "The arguments that the hostile suite made up were refused before anything hostile was tried. Say what these handlers take: "
                + "AssertHostileInputIsRefusedAsync(configure: suite => suite.Use<YourType>(faker => …))." + string.Concat(strict));
        }
    }

    /// <exception cref="IpcTestException">There are findings.</exception>
    private static void Check(IReadOnlyList<IpcHostileFinding> findings, int seed)
    {
        if (findings.Count == 0)
        {
            return;
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{findings.Count} hostile messages were neither refused clearly nor bound to valid values ");
        text.Append(CultureInfo.InvariantCulture, $"(seed {seed}):\n");
        foreach (var group in findings.GroupBy(finding => (finding.Channel, finding.Handler, finding.Parameter)))
        {
            var shown = group.DistinctBy(finding => finding.Problem).Take(MaxPerParameter).ToList();
            shown.ForEach(finding => text.Append('\n').Append(finding).Append('\n'));
            if (group.Count() > shown.Count)
            {
                text.Append(CultureInfo.InvariantCulture, $"  … and {group.Count() - shown.Count} more of this parameter\n");
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"\nTo run one channel again: AssertHostileInputIsRefusedAsync(seed: {seed}, channel: \"");
        throw new IpcTestException(text.Append(findings[0].Channel).Append("\")").ToString());
    }
}
