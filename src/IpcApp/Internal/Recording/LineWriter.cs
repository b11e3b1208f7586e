using System.Text;
using System.Text.Json;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Ports;
using IpcApp.Internal.Tap;
using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Recording;

/// <summary>
/// The lines of a recording, each a JSON object with the milliseconds since the start and a <c>kind</c>: <c>docs/guide/recording.md</c>.
/// </summary>
/// <remarks>Used by one thread.</remarks>
internal sealed class LineWriter(LineFile file, IpcSerializer serializer, bool keepsPayloads)
{
    private const int MaxKeptBytes = 16 << 20;
    private const int MaxAnswered = 1024;

    private readonly Redactor _redactor = new();
    private readonly Dictionary<uint, (long Number, string Channel)> _calls = [];
    private readonly Queue<(uint Call, long Number)> _answered = new();
    private readonly Dictionary<long, string> _oneWay = [];
    private readonly Dictionary<uint, FrameLine> _frames = [];

    public LineFile File => file;

    public void WindowOpened(int contents, string? name) => file.Line("window", json =>
    {
        json.WriteNumber("window", contents);
        if (name is not null)
        {
            json.WriteString("name", name);
        }
    });

    public void WindowClosed(int contents) => file.Line("window-closed", json => json.WriteNumber("window", contents));

    public void Crashed(int contents, string? reason, int exitCode) => file.Line("crash", json =>
    {
        json.WriteNumber("window", contents);
        json.WriteString("reason", reason);
        json.WriteNumber("exitCode", exitCode);
    });

    /// <summary>A frame, if anything of it differs that a recording tells.</summary>
    public void Frame(uint number, SenderSnapshot snapshot)
    {
        var frame = FrameLine.Of(snapshot, keepsPayloads);
        if (!_frames.TryGetValue(number, out var known) || known != frame)
        {
            _frames[number] = frame;
            file.Line("frame", json => frame.Write(json, number));
        }
    }

    public void FrameGone(uint number, string? reason)
    {
        _frames.Remove(number);
        file.Line("frame-gone", json =>
        {
            json.WriteNumber("frame", number);
            json.WriteString("reason", reason);
        });
    }

    public void Arrived(long number, ArrivedMessage head, byte[] values)
    {
        if (head.Call != 0)
        {
            _calls[head.Call] = (number, head.Channel);
        }
        else
        {
            _oneWay[number] = head.Channel;
        }

        var kind = head.Kind switch
        {
            MessageKind.Invoke => "invoke",
            MessageKind.Send => "send",
            MessageKind.SendSync => "sendSync",
            _ => "postMessage",
        };
        file.Line(kind, json =>
        {
            json.WriteNumber("n", number);
            json.WriteNumber("frame", head.Frame);
            json.WriteString("channel", head.Channel);
            Ports(json, head.Ports);
            Value(json, head.Kind == MessageKind.PostMessage ? "message" : "args", values);
        });
    }

    public void Handled(long number, MessageOutcome outcome) => file.Line("outcome", json =>
    {
        _oneWay.Remove(number, out var channel);
        json.WriteNumber("of", number);
        json.WriteString("outcome", outcome.Name);
        if (outcome.Text is { } text)
        {
            json.WriteString("error", Failure(text, channel ?? ""));
        }
    });

    public void PortArrived(MessageKind kind, uint port, byte[] payload)
        => file.Line(kind == MessageKind.PortMessage ? "port-message" : "port-closed", json =>
        {
            json.WriteNumber("port", port);
            if (kind == MessageKind.PortMessage)
            {
                Ports(json, PortWire.ReadNumbers(payload, out var length));
                Value(json, "message", payload.AsMemory(length));
            }
        });

    public void Sent(MessageKind kind, uint lane, uint call, ReadOnlyMemory<byte> payload)
    {
        switch (kind)
        {
            case MessageKind.Reply:
                Answer(call, payload);
                break;
            case MessageKind.Emit or MessageKind.Post:
                ToPage(kind, lane, payload);
                break;
            case MessageKind.PortMessage:
                file.Line("port-message-to-page", json =>
                {
                    json.WriteNumber("port", lane);
                    Ports(json, PortWire.ReadEntries(payload.Span, out var length));
                    Value(json, "message", payload[length..]);
                });
                break;
            default:
                file.Line(kind == MessageKind.PortStart ? "port-started-by-main" : "port-closed-by-main", json => json.WriteNumber("port", lane));
                break;
        }
    }

    public void NotSent(uint lane, string reason) => file.Line("not-sent", json =>
    {
        json.WriteNumber("lane", lane);
        json.WriteString("error", reason);
    });

    public void Lost(long count) => file.Line("lost", json => json.WriteNumber("count", count));

    public void End() => file.Line("end", static _ => { });

    private void Answer(uint call, ReadOnlyMemory<byte> payload)
    {
        // An answer that Electron refuses is followed by a failure for the same call; the last one counts.
        if (!_calls.TryGetValue(call, out var asked))
        {
            return;
        }

        _answered.Enqueue((call, asked.Number));
        if (_answered.Count > MaxAnswered && _answered.Dequeue() is var old && _calls.GetValueOrDefault(old.Call).Number == old.Number)
        {
            _calls.Remove(old.Call);
        }

        file.Line("answer", json =>
        {
            json.WriteNumber("to", asked.Number);
            if (payload.Span[0] == 0)
            {
                Value(json, "value", payload[1..]);
            }
            else
            {
                json.WriteString("error", Failure(Encoding.UTF8.GetString(payload.Span[1..]), asked.Channel));
            }
        });
    }

    private void ToPage(MessageKind kind, uint lane, ReadOnlyMemory<byte> payload)
    {
        var head = SentHead.Read(payload.Span);
        file.Line(kind == MessageKind.Emit ? "send-to-page" : "post-to-page", json =>
        {
            json.WriteNumber(head.IsMainFrame ? "window" : "frame", head.Id);
            json.WriteNumber("lane", lane);
            json.WriteString("channel", head.Channel);
            var rest = payload[head.Length..];
            if (kind == MessageKind.Post)
            {
                Ports(json, PortWire.ReadEntries(rest.Span, out var length));
                rest = rest[length..];
            }

            Value(json, kind == MessageKind.Emit ? "args" : "message", rest);
        });
    }

    private static void Ports(Utf8JsonWriter json, uint[] ports)
    {
        if (ports.Length > 0)
        {
            json.WriteStartArray("ports");
            foreach (var port in ports)
            {
                json.WriteNumberValue(port);
            }

            json.WriteEndArray();
        }
    }

    private void Value(Utf8JsonWriter json, string name, ReadOnlyMemory<byte> values)
    {
        IpcValue value;
        try
        {
            value = serializer.ReadValue(values);
        }
        catch (IpcCloneException e)
        {
            json.WriteString("unreadable", e.Message);
            return;
        }

        var isRedacted = !keepsPayloads || values.Length > MaxKeptBytes;
        if (isRedacted && keepsPayloads)
        {
            json.WriteBoolean("redacted", true);
        }

        json.WritePropertyName(name);
        new ValueWriter(json, isRedacted ? _redactor : null).Write(value);
    }

    private string Failure(string text, string channel) => keepsPayloads ? text : RedactedText.Failure(text, channel);
}
