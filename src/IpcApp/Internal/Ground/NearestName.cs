namespace IpcApp.Internal.Ground;

/// <summary>Finds the name that a person probably meant.</summary>
internal static class NearestName
{
    /// <summary>Longer names are compared by their beginnings.</summary>
    private const int MaxLength = 100;

    /// <summary>The most similar name; null if none is similar enough to be a typo.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What there is.</param>
    public static string? Find(string name, IEnumerable<string> candidates)
        => candidates
            .Where(candidate => candidate != name)
            .Select(candidate => (Name: candidate, Distance: Distance(Start(name), Start(candidate))))
            .Where(found => found.Distance <= Tolerance(name))
            .OrderBy(found => found.Distance)
            .ThenBy(found => found.Name, StringComparer.Ordinal)
            .Select(found => found.Name)
            .FirstOrDefault();

    private static int Tolerance(string name) => Math.Clamp(name.Length / 3, 1, 4);

    private static string Start(string name) => name.Length <= MaxLength ? name : name[..MaxLength];

    /// <summary>How many letters to insert, delete, replace or swap with their neighbors; upper and lower case are alike.</summary>
    private static int Distance(string a, string b)
    {
        var (beforePrevious, previous, current) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = previous[j - 1] + (AreSame(a[i - 1], b[j - 1]) ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && AreSame(a[i - 1], b[j - 2]) && AreSame(a[i - 2], b[j - 1]))
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[b.Length];
    }

    private static bool AreSame(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
