using System.Threading.Channels;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Tap;
using IpcApp.Internal.Wire;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Recording;

/// <summary>
/// Queues the traffic on the hot path, which costs a copy of the bytes, and writes it to the file in the background. Messages for which the file
/// is too slow are left out and counted.
/// </summary>
internal sealed class Recorder : ITrafficTap, IAsyncDisposable
{
    private const long MaxWaitingBytes = 64L << 20;
    private const long MaxFileBytes = 1L << 30;
    private const int EntryOverhead = 512;

    private readonly Channel<Entry> _queue = Channel.CreateUnbounded<Entry>(new UnboundedChannelOptions { SingleReader = true });
    private readonly LineWriter _lines;
    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly long _start;
    private readonly Task _writing;
    private long _last;
    private long _waiting;
    private long _lost;
    private volatile bool _hasStopped;

    public Recorder(LineWriter lines, string path, TimeProvider time, ILogger logger)
    {
        (_lines, _path, _time, _logger) = (lines, path, time, logger);
        _start = time.GetTimestamp();
        _writing = Task.Run(WriteAsync);
    }

    public void Frame(uint number, SenderSnapshot snapshot) => Add(0, lines => lines.Frame(number, snapshot));

    public void Noticed(ElectronNotice notice)
    {
        switch (notice.Type)
        {
            case "contents-created":
                Add(0, lines => lines.WindowOpened(notice.Contents, notice.Window));
                break;
            case "contents-destroyed":
                Add(0, lines => lines.WindowClosed(notice.Contents));
                break;
            case "frame-gone":
                Add(0, lines => lines.FrameGone(notice.Frame, notice.Reason));
                break;
            case "render-process-gone":
                Add(0, lines => lines.Crashed(notice.Contents, notice.Reason, notice.ExitCode));
                break;
        }
    }

    public MessageRecord? Arrived(in ArrivedMessage head, ReadOnlySpan<byte> values)
    {
        var (number, message, bytes) = (Interlocked.Increment(ref _last), head, values.ToArray());
        Add(bytes.Length, lines => lines.Arrived(number, message, bytes));
        return head.Call == 0 ? new MessageRecord(this, number) : null;
    }

    public void Handled(long number, MessageOutcome outcome) => Add(0, lines => lines.Handled(number, outcome));

    public void PortArrived(MessageKind kind, uint port, ReadOnlySpan<byte> payload)
    {
        var bytes = payload.ToArray();
        Add(bytes.Length, lines => lines.PortArrived(kind, port, bytes));
    }

    public void Sent(MessageKind kind, uint lane, uint call, ReadOnlySpan<byte> payload)
    {
        if (kind != MessageKind.Control)
        {
            var bytes = payload.ToArray();
            Add(bytes.Length, lines => lines.Sent(kind, lane, call, bytes));
        }
    }

    public void Refused(MessageKind kind, uint lane, string reason)
    {
        // A refused answer is followed by another, which counts.
        if (kind is not (MessageKind.Control or MessageKind.Reply))
        {
            Add(0, lines => lines.NotSent(lane, reason));
        }
    }

    /// <summary>Writes what waits, and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
    }

    private void Add(int bytes, Action<LineWriter> write)
    {
        var size = bytes + EntryOverhead;
        if (_hasStopped)
        {
            return;
        }

        // One message may be larger than all that may wait, if nothing else does.
        if (Interlocked.Add(ref _waiting, size) is var waiting && waiting > MaxWaitingBytes && waiting > size)
        {
            Interlocked.Add(ref _waiting, -size);
            Interlocked.Increment(ref _lost);
        }
        else
        {
            _queue.Writer.TryWrite(new Entry(_time.GetTimestamp(), size, write));
        }
    }

    private async Task WriteAsync()
    {
        try
        {
            await using (_lines.File.ConfigureAwait(false))
            {
                await foreach (var entry in _queue.Reader.ReadAllAsync().ConfigureAwait(false))
                {
                    Write(entry);
                    if (_lines.File.Length > MaxFileBytes)
                    {
                        throw new IOException("the file has reached one gigabyte.");
                    }

                    if (!_queue.Reader.TryPeek(out _))
                    {
                        _lines.File.Flush();
                    }
                }

                WriteLost();
                _lines.End();
            }
        }
        catch (Exception e)
        {
            // The app's messages matter, not their recording.
            _hasStopped = true;
            _queue.Writer.TryComplete();
            RecordingLog.Stopped(_logger, _path, ExceptionText.MessageOf(e));
            while (_queue.Reader.TryRead(out _))
            {
            }
        }
    }

    private void Write(Entry entry)
    {
        WriteLost();
        _lines.File.Time = _time.GetElapsedTime(_start, entry.Time);
        entry.Write(_lines);
        Interlocked.Add(ref _waiting, -entry.Size);
    }

    private void WriteLost()
    {
        if (Interlocked.Exchange(ref _lost, 0) is > 0 and var count)
        {
            _lines.Lost(count);
            RecordingLog.Lost(_logger, _path, count);
        }
    }

    private readonly record struct Entry(long Time, int Size, Action<LineWriter> Write);
}
