using System.Text.Json;
using IpcApp.Internal.Recording;

namespace IpcApp.Testing.Internal.Recording;

/// <summary>Compares what the recording says with what happens, and collects what differs.</summary>
internal sealed class ReplayFindings(IpcReplayOptions options, MadeUpValues values)
{
    private readonly List<IpcReplayDifference> _differences = [];

    public int Compared { get; private set; }

    public IReadOnlyList<IpcReplayDifference> Differences
        => [.. _differences.Where(difference => difference.Line > 0).OrderBy(difference => difference.Line),
            .. _differences.Where(difference => difference.Line == 0)];

    /// <param name="asked">The line of the page's message.</param>
    /// <param name="where">Its frame.</param>
    /// <param name="told">The line that tells what became of it.</param>
    /// <param name="outcome">What became of it now; null if nothing has.</param>
    public void CompareOutcome(RecordedLine asked, string where, RecordedLine told, ReplayedOutcome? outcome)
    {
        Compared++;
        var channel = asked.Text("channel");
        void Differ(string expected, string actual) => Add(told.Number, where, asked.Kind, channel, "", expected, actual);
        var name = told.Kind == "outcome" ? told.Text("outcome") : told.Has("error") ? "failed" : "answered";
        if (outcome is null)
        {
            Differ(Describe(name, told), told.Kind == "answer" ? "no answer" : "it was still being handled");
        }
        else if (outcome.Name != name)
        {
            Differ(Describe(name, told), outcome.ToString());
        }
        else if (name == "failed" && !AreAlike(told.Text("error", ""), outcome.Text ?? "", channel, told))
        {
            Differ(told.Text("error", ""), outcome.Text ?? "");
        }
        else if (name == "answered" && told.Value() is { } recorded)
        {
            CompareValue(told, where, asked.Kind, channel, recorded, outcome.Value!);
        }
    }

    public void CompareMessage(RecordedLine line, ReplayStream stream, FakeMessage message)
    {
        Compared++;
        if (line.Value() is { } recorded)
        {
            var isArguments = line.Kind == "send-to-page";
            CompareValue(line, stream.Where, line.Kind, stream.Channel, recorded, isArguments ? new IpcArray(message) : message[0]);
        }
    }

    public void Missing(RecordedLine line, ReplayStream stream)
    {
        Compared++;
        var expected = line.Value() is { } value ? ValueJson.Show(value) : "a message";
        Add(line.Number, stream.Where, line.Kind, stream.Channel, "", expected, "nothing was sent");
    }

    public void Unexpected(ReplayStream stream, FakeMessage message)
    {
        Compared++;
        Add(0, stream.Where, stream.Channel.Length > 0 ? "send-to-page" : "port-message-to-page", stream.Channel, "",
            "nothing", new IpcArray(message).ToString());
    }

    private void CompareValue(RecordedLine line, string where, string kind, string channel, JsonElement recorded, IpcValue actual)
    {
        var shown = ValueJson.Of(actual, line.IsRedacted);
        foreach (var (path, expected, found) in new ValueComparison(line.IsRedacted, options.IgnoredIn(channel)).Compare(recorded, shown))
        {
            Add(line.Number, where, kind, channel, path, expected, found);
        }

        if (line.IsRedacted)
        {
            ValueLearning.Learn(recorded, ValueJson.Of(actual, isRedacted: false), values);
        }
    }

    private static string Describe(string name, RecordedLine told)
        => name == "answered" && told.Value() is { } value ? $"answered {ValueJson.Show(value)}"
            : told.Has("error") ? $"{name}: {told.Text("error")}" : name;

    /// <summary>Of a redacted text, the error's name.</summary>
    private static bool AreAlike(string recorded, string actual, string channel, RecordedLine told)
        => told.IsRedacted
            ? NameOf(recorded) == NameOf(RedactedText.Failure(actual, channel))
            : recorded == actual;

    private static string NameOf(string redacted)
        => redacted.EndsWith(" characters)", StringComparison.Ordinal) ? redacted[..redacted.LastIndexOf('(')] : redacted;

    private void Add(int line, string where, string kind, string channel, string path, string expected, string actual)
        => _differences.Add(new(line, where, kind, channel, path, expected, actual));
}
