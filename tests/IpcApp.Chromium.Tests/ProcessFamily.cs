using System.Globalization;
using System.Runtime.CompilerServices;

namespace IpcApp.Chromium.Tests;

/// <summary>
/// All processes that descend from one app, alive or orphaned: they inherit a mark in their environment. Linux only, like the rest of
/// what reads <c>/proc</c>.
/// </summary>
internal sealed class ProcessFamily
{
    private const string Variable = "TEST_FAMILY_MARK";

    private readonly string _mark = Guid.NewGuid().ToString("n");

    public IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?> { [Variable] = _mark };

    /// <summary>The members' ids with their command lines, zombies left out.</summary>
    public IReadOnlyDictionary<int, string> Members() => Marked(_mark);

    /// <summary>The members of all families, for messages of failures.</summary>
    public static IReadOnlyDictionary<int, string> All() => Marked(Variable);

    private static Dictionary<int, string> Marked(string mark)
    {
        var members = new Dictionary<int, string>();
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out var id)
                && Read(directory, "environ").Contains(mark, StringComparison.Ordinal)
                && Read(directory, "cmdline").Replace('\0', ' ').Trim() is { Length: > 0 } commandLine)
            {
                members.Add(id, commandLine);
            }
        }

        return members;
    }

    public Task<int> WaitForMemberAsync(string commandLinePart)
        => WaitForMemberAsync(commandLine => commandLine.Contains(commandLinePart, StringComparison.Ordinal), commandLinePart);

    /// <summary>Waits for a process by its command line.</summary>
    /// <param name="isMember">Whether a command line is the right one.</param>
    /// <param name="what">The process, for the message of a failure.</param>
    public async Task<int> WaitForMemberAsync(
        Func<string, bool> isMember, [CallerArgumentExpression(nameof(isMember))] string what = "")
    {
        var until = DateTime.UtcNow.AddSeconds(30);
        while (DateTime.UtcNow < until)
        {
            var found = Members().FirstOrDefault(member => isMember(member.Value));
            if (found.Key != 0)
            {
                return found.Key;
            }

            await Task.Delay(5);
        }

        throw new TimeoutException($"No process appeared for '{what}'. There are:\n{string.Join('\n', Members())}");
    }

    /// <summary>Waits until no member is left, at most as long as said, and fails with those that are.</summary>
    public async Task AssertGoneWithinAsync(TimeSpan limit)
    {
        var until = DateTime.UtcNow + limit;
        IReadOnlyDictionary<int, string> left;
        while ((left = Members()).Count > 0 && DateTime.UtcNow < until)
        {
            await Task.Delay(20);
        }

        var list = string.Join('\n', left.Select(member => $"{member.Key} {member.Value}"));
        Assert.True(left.Count == 0, $"Still running after {limit.TotalSeconds} s:\n{list}");
    }

    private static string Read(string directory, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(directory, file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ""; // it ended while we looked
        }
    }
}
