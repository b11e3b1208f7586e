namespace IpcApp.Conformance.Parity;

/// <summary>How the product stands to a rule: a word, and a reason after it.</summary>
internal static class ParityStatus
{
    /// <summary>Service workers, the one thing that is put off.</summary>
    private static readonly int[] ForLater = [146, 147, 148, 149];

    /// <summary>What is wrong with the status of a row; null if nothing is.</summary>
    public static string? Problem(ParityRow row)
    {
        var (word, reason) = row.Status.Split(": ", 2) is [var first, var rest] ? (first, rest) : (row.Status, "");
        return word switch
        {
            not ("same" or "deviates" or "not applicable" or "not yet")
                => $"'{word}' is no status: same, deviates, not applicable or not yet",
            not "same" when reason.Length == 0 => $"'{word}' wants a reason: '{word}: why'",
            _ when (word == "not yet") != ForLater.Contains(row.Rule) => "rules of service workers, and no others, are 'not yet'",
            _ => null,
        };
    }
}
