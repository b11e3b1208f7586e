namespace IpcApp.Testing.Internal.Policy;

/// <summary>Compares a text with the approved one in a file.</summary>
internal static class ApprovedText
{
    private const string Approved = ".approved.";
    private const string Received = ".received.";
    private const int MaxLines = 40;

    public static void Check(string text, string file, string testSource)
    {
        var approved = Locate(file, testSource);
        var received = ReceivedFor(approved);
        var before = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : null;
        if (before?.TrimEnd() == text.TrimEnd())
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        var problem = before is null
            ? $"There is no approved table yet, {approved}."
            : $"The table is not the approved one. -: {approved}, +: now\n\n{Diff(before, text)}";
        throw new IpcTestException(
            problem + $"\nThe table as it is now is in {received}. If it is right, approve it: rename that file to {Path.GetFileName(approved)}.");
    }

    private static string Locate(string file, string testSource)
    {
        if (Path.IsPathRooted(file))
        {
            return file;
        }

        var folder = Path.GetDirectoryName(testSource);
        return Directory.Exists(folder)
            ? Path.Combine(folder, file)
            : throw new ArgumentException(
                $"The test's source is not at '{testSource}', as deterministic builds write it. Give the full path of the approved file.",
                nameof(file));
    }

    private static string ReceivedFor(string approved)
    {
        var name = Path.GetFileName(approved);
        var received = name.Contains(Approved, StringComparison.Ordinal)
            ? name.Replace(Approved, Received, StringComparison.Ordinal)
            : name + ".received.txt";
        return Path.Combine(Path.GetDirectoryName(approved)!, received);
    }

    /// <summary>The lines that only one of the two has. Widths of columns change with their longest entry, so spaces do not count.</summary>
    private static string Diff(string before, string now)
    {
        var (old, current) = (Lines(before), Lines(now));
        var gone = old.Where(line => !current.ContainsKey(line.Key)).Select(line => "- " + line.Value);
        var added = current.Where(line => !old.ContainsKey(line.Key)).Select(line => "+ " + line.Value);
        var lines = gone.Concat(added).ToList();
        return lines.Count == 0
            ? "(the same lines, in another order or with other spaces)\n"
            : string.Join("\n", lines.Take(MaxLines)) + (lines.Count > MaxLines ? "\n…" : "") + "\n";
    }

    private static Dictionary<string, string> Lines(string text)
    {
        var lines = new Dictionary<string, string>();
        foreach (var line in text.Split('\n').Where(line => line.Trim().Length > 0 && !line.StartsWith("--", StringComparison.Ordinal)))
        {
            lines.TryAdd(string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)), line);
        }

        return lines;
    }
}
