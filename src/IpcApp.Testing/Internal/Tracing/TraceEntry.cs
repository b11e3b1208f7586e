using System.Text;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Wire;

namespace IpcApp.Testing.Internal.Tracing;

/// <summary>A message of a trace, and what has become of it.</summary>
/// <param name="trace">Hears of the outcome.</param>
/// <param name="kind">What it is; Emit for every message of main.</param>
/// <param name="channel">The channel.</param>
/// <param name="payload"><see cref="TracedBytes"/>, a <see cref="FakeMessage"/>, or null.</param>
/// <param name="ports">How many ports came along.</param>
internal sealed class TraceEntry(FrameTrace trace, MessageKind kind, string channel, object? payload, int ports)
{
    // A text, the bytes of an answer, or null as long as there is nothing to say. The first stays.
    private object? _outcome;

    private string Name => kind switch
    {
        MessageKind.Invoke => "page -> main  invoke",
        MessageKind.Send => "page -> main  send",
        MessageKind.SendSync => "page -> main  sendSync",
        MessageKind.PostMessage => "page -> main  postMessage",
        _ => "main -> page",
    };

    /// <summary>Says what has become of the message.</summary>
    /// <param name="outcome">For people.</param>
    public void End(string outcome) => Set(outcome);

    /// <summary>A call has its answer.</summary>
    /// <param name="answer">As on the wire: whether it is a failure, then the value or the error's text.</param>
    public void Answer(ReadOnlyMemory<byte> answer)
        => Set(answer.Span[0] == 0 ? new TracedBytes(answer[1..], isList: false) : "failed: " + Encoding.UTF8.GetString(answer.Span[1..]));

    /// <summary>The message with its outcome, in a line.</summary>
    public string ToText(IpcSerializer serializer)
    {
        var text = payload switch
        {
            TracedBytes bytes => $" ({bytes.ToText(serializer)})",
            FakeMessage message => $" ({TracedBytes.ArgumentsText(message)})",
            _ => "",
        };
        var with = ports == 0 ? "" : $" with {ports} {(ports == 1 ? "port" : "ports")}";
        return $"{Name} '{channel}'{text}{with}{Outcome(serializer)}";
    }

    /// <summary>The outcome alone.</summary>
    public string OutcomeText(IpcSerializer serializer) => $"{Name} '{channel}'{Outcome(serializer)}";

    private string Outcome(IpcSerializer serializer) => Volatile.Read(ref _outcome) switch
    {
        string text => $": {text}",
        TracedBytes answer => $" = {answer.ToText(serializer)}",
        _ when kind is MessageKind.Invoke or MessageKind.SendSync => ": not answered yet",
        _ => "",
    };

    private void Set(object outcome)
    {
        if (Interlocked.CompareExchange(ref _outcome, outcome, null) is null)
        {
            trace.Changed(this);
        }
    }
}
