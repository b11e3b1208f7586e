using System.Globalization;
using System.Text;

namespace IpcApp.Testing;

/// <summary>How a replay went.</summary>
public sealed class IpcReplayReport
{
    internal IpcReplayReport(string path, int sent, int compared, IReadOnlyList<IpcReplayDifference> differences, IReadOnlyList<string> notes)
        => (Path, MessagesSent, MessagesCompared, Differences, Notes) = (path, sent, compared, differences, notes);

    /// <summary>The recording.</summary>
    public string Path { get; }

    /// <summary>How many messages of pages were sent.</summary>
    public int MessagesSent { get; }

    /// <summary>How many answers, outcomes and messages to pages were compared.</summary>
    public int MessagesCompared { get; }

    /// <summary>What was otherwise, in the order of the recording; what the recording does not have comes last.</summary>
    public IReadOnlyList<IpcReplayDifference> Differences { get; }

    /// <summary>What could not be replayed, a sentence each: messages that the recording lacks, or that were cut.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <exception cref="IpcTestException">There are differences; the message lists them.</exception>
    public void AssertNoDifferences()
    {
        if (Differences.Count > 0)
        {
            throw new IpcTestException(ToString());
        }
    }

    /// <summary>The report as text, with every difference.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"The replay of '{Path}' sent {MessagesSent} messages and compared {MessagesCompared}: ");
        text.Append(Differences.Count == 0 ? "no differences." : Differences.Count == 1 ? "1 difference." : $"{Differences.Count} differences.");
        for (var i = 0; i < Differences.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{i + 1,3}. {Differences[i]}");
        }

        foreach (var note in Notes)
        {
            text.Append("\nNote: ").Append(note);
        }

        if (Differences.Count > 0)
        {
            text.Append("\nWhat differs on purpose, such as times and ids, can be left out by IpcReplayOptions.IgnorePath and IgnoreChannel.");
        }

        return text.ToString();
    }
}
