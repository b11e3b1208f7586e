using IpcApp.Build;

namespace IpcApp.Template.Tests.Support;

/// <summary>What a scaffold is, as a text that a person has approved: <c>Snapshots/NAME.txt</c>.</summary>
internal static class Snapshot
{
    /// <summary>The list of files.</summary>
    public static string Files(Scaffold scaffold, string version) => string.Concat(
        scaffold.Files.Select(file => file.Replace(version, "VERSION", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Line));

    /// <summary>The files that are gone (-), new (+) or different (~) beside another scaffold, the last kind with the lines that are.</summary>
    /// <param name="from">The scaffold to compare with.</param>
    /// <param name="to">The scaffold to describe.</param>
    /// <param name="isReplaced">Whether a file is another file altogether, whose lines tell nothing.</param>
    public static string Difference(Scaffold from, Scaffold to, Predicate<string> isReplaced)
    {
        var gone = from.Files.Except(to.Files).Select(file => $"- {file}");
        var added = to.Files.Except(from.Files).Select(file => $"+ {file}");
        var changed = to.Files.Intersect(from.Files)
            .Where(file => !File.ReadAllBytes(from.PathOf(file)).AsSpan().SequenceEqual(File.ReadAllBytes(to.PathOf(file))))
            .SelectMany(file => isReplaced(file)
                ? [$"~ {file}, another one"]
                : LineDifference.Of(from.Read(file).Split('\n'), to.Read(file).Split('\n')).Prepend($"~ {file}"));
        return string.Concat(gone.Concat(added).Concat(changed).Select(Line));
    }

    /// <summary>Compares a text with the approved one; what was received instead is written beside it.</summary>
    public static void AssertApproved(Repository repository, string name, string text)
    {
        var approved = repository.PathOf("tests", "IpcApp.Template.Tests", "Snapshots", $"{name}.txt");
        var received = Path.ChangeExtension(approved, ".received.txt");
        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"{received} is not what {approved} says. If it is right, rename it to that.\n{text}");
    }

    private static string Line(string text) => $"{text}\n";
}
