using System.Globalization;

namespace IpcApp.Conformance.Suite;

/// <summary>A checked-in list of rules with reasons, folder <c>not-observable</c>: a line each, <c>S61: reason</c>.</summary>
internal static class RuleList
{
    /// <param name="name">The name of the file: a driver's, or <c>any</c> for what no driver can observe.</param>
    public static IReadOnlyDictionary<int, string> Read(string name)
    {
        var rules = new Dictionary<int, string>();
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "not-observable", $"{name}.txt"));
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line.Split(": ", 2) is not [['S', .. var digits], { Length: > 0 } reason]
                || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number is < 1 or > RuleAttribute.Last
                || !rules.TryAdd(number, reason))
            {
                throw new FormatException($"not-observable/{name}.txt: '{line}'. Write 'S61: reason', each rule once.");
            }
        }

        return rules;
    }
}
