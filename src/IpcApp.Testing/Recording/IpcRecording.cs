using IpcApp.Testing.Internal.Recording;

namespace IpcApp.Testing;

/// <summary>
/// What was said between an app and its pages while it ran with the setting <c>IpcApp:Record</c>. Replay it against the app's handlers by
/// <see cref="IpcTestApp.ReplayAsync"/>.
/// </summary>
/// <remarks>Immutable.</remarks>
public sealed class IpcRecording
{
    internal IpcRecording(string path, RecordingHead head, IReadOnlyList<RecordedLine> lines)
    {
        Path = path;
        (HasPayloads, StartedAt) = (head.HasPayloads, head.StartedAt);
        Lines = RecordedHistory.Settle(lines);
        IsComplete = lines is [.., { Kind: "end" }] && !lines.Any(line => line.Kind == "lost");
        Messages = RecordedHistory.MessagesOf(lines);
    }

    /// <summary>The file, as it was named.</summary>
    public string Path { get; }

    /// <summary>When the recording began, to the second.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>Whether it has what the messages contained (<c>IpcApp:RecordPayloads</c>), or their shape alone.</summary>
    public bool HasPayloads { get; }

    /// <summary>Whether it goes on to the app's end, and no message is missing because the file could not keep up.</summary>
    public bool IsComplete { get; }

    /// <summary>The messages, both ways, in the order in which they passed.</summary>
    public IReadOnlyList<IpcRecordedMessage> Messages { get; }

    internal IReadOnlyList<RecordedLine> Lines { get; }

    /// <summary>Reads a recording. A last line that was cut off, as when the app was killed, is left out.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">The file is no recording, or damaged; the message names the line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IpcRecording Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return RecordingReader.Read(path);
    }
}
