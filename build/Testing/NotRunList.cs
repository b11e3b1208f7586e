namespace IpcApp.Build.Testing;

/// <summary>
/// The tests that may be skipped, <c>tests/not-run.txt</c>: a line each, the name and the reason with <c>: </c> between; a <c>*</c> at the
/// end of the name stands for anything. Lines that begin with <c>#</c> are comments.
/// </summary>
internal sealed class NotRunList
{
    private const string Separator = ": ";
    private readonly List<(string Name, string Reason)> _entries;

    private NotRunList(List<(string Name, string Reason)> entries) => _entries = entries;

    public static NotRunList Read(string file)
    {
        var lines = File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#');
        return new NotRunList([.. lines.Select(line => Parse(file, line))]);
    }

    /// <summary>Why a test may be skipped; null if it may not.</summary>
    public string? ReasonFor(string test)
        => _entries.FirstOrDefault(entry => entry.Name.EndsWith('*')
            ? test.StartsWith(entry.Name[..^1], StringComparison.Ordinal)
            : test == entry.Name).Reason;

    private static (string Name, string Reason) Parse(string file, string line)
    {
        var at = line.IndexOf(Separator, StringComparison.Ordinal);
        return at > 0
            ? (line[..at].Trim(), line[(at + Separator.Length)..].Trim())
            : throw new BuildException($"{file}: '{line}' has no reason. Write 'Name of the test: reason'.");
    }
}
