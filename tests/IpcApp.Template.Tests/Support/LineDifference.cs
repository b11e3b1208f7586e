namespace IpcApp.Template.Tests.Support;

/// <summary>The lines in which two texts differ, by their longest common subsequence.</summary>
internal static class LineDifference
{
    /// <returns>Lines that are only in the first (<c>  -</c>) and only in the second (<c>  +</c>), in order.</returns>
    public static IEnumerable<string> Of(IReadOnlyList<string> from, IReadOnlyList<string> to)
    {
        var common = Lengths(from, to);
        var (i, j) = (0, 0);
        while (i < from.Count || j < to.Count)
        {
            if (i < from.Count && j < to.Count && from[i] == to[j])
            {
                (i, j) = (i + 1, j + 1);
            }
            else if (j == to.Count || (i < from.Count && common[i + 1, j] >= common[i, j + 1]))
            {
                yield return $"  -{from[i++]}";
            }
            else
            {
                yield return $"  +{to[j++]}";
            }
        }
    }

    // The number of common lines from a pair of positions on.
    private static int[,] Lengths(IReadOnlyList<string> from, IReadOnlyList<string> to)
    {
        var lengths = new int[from.Count + 1, to.Count + 1];
        for (var i = from.Count - 1; i >= 0; i--)
        {
            for (var j = to.Count - 1; j >= 0; j--)
            {
                lengths[i, j] = from[i] == to[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }
}
