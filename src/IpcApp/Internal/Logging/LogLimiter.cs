using System.Globalization;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Logging;

/// <summary>
/// Limits how often the same line, and the same kind of line, is written, since pages can cause both without end. The first of them are
/// written, then the hundredth, the thousandth and so on. After a minute the counts begin anew; a count that went over its limit lasts twice
/// as long the next time, up to a day. Thread-safe.
/// </summary>
/// <remarks>
/// Of identical lines ten are written, since each failure of a handler may matter; of lines of one kind with different texts, 200. A critical
/// line is always written.
/// </remarks>
internal sealed class LogLimiter(TimeProvider time)
{
    private const int MaxIdentical = 10;
    private const int MaxOfKind = 200;
    private const int MaxTexts = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Category, int Id), Occurrences> _kinds = [];
    private readonly Dictionary<(string Category, int Id, string Text), Occurrences> _texts = [];

    /// <summary>Counts a line.</summary>
    /// <returns>The line, perhaps with a remark about others; null if it is not to be written.</returns>
    public LogLine? Admit(string category, LogLine line)
    {
        if (line.Level == LogLevel.Critical)
        {
            return line;
        }

        var now = time.GetTimestamp();
        lock (_gate)
        {
            var text = Of(_texts, (category, line.Id.Id, line.Text), now)
                ?.Add(MaxIdentical, "like it", now, time) ?? "";
            return text is Occurrences.LeftOut
                ? null
                : Of(_kinds, (category, line.Id.Id), now)?.Add(MaxOfKind, "of its kind", now, time) is { } kind and not Occurrences.LeftOut
                    ? line.With(text + kind)
                    : null;
        }
    }

    /// <summary>The counts of a key; null if there are too many keys, and then the count of the kind decides alone.</summary>
    private Occurrences? Of<TKey>(Dictionary<TKey, Occurrences> known, TKey key, long now)
        where TKey : notnull
    {
        if (known.TryGetValue(key, out var found))
        {
            return found;
        }

        if (known.Count >= MaxTexts)
        {
            foreach (var (old, occurrences) in known)
            {
                if (occurrences.IsOver(now, time))
                {
                    known.Remove(old);
                }
            }
        }

        return known.Count < MaxTexts ? known[key] = new Occurrences(now) : null;
    }

    private sealed class Occurrences(long start)
    {
        /// <summary>Instead of a remark: the line is not written.</summary>
        public const string LeftOut = "\0";

        private static readonly TimeSpan FirstWindow = TimeSpan.FromMinutes(1);
        private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(1);

        private long _start = start;
        private TimeSpan _window = FirstWindow;
        private long _count;
        private long _leftOut;

        public bool IsOver(long now, TimeProvider time) => time.GetElapsedTime(_start, now) >= _window;

        public string Add(int limit, string what, long now, TimeProvider time)
        {
            var remark = IsOver(now, time) ? Restart(what, now) : "";
            _count++;
            if (_count >= 10 && IsPowerOfTen(_count) && _count >= limit)
            {
                return remark + string.Create(
                    CultureInfo.InvariantCulture, $" [the {_count:N0}th line {what}; the next that is written is the {_count * 10:N0}th]");
            }

            if (_count <= limit)
            {
                return remark;
            }

            _leftOut++;
            return LeftOut;
        }

        private string Restart(string what, long now)
        {
            var leftOut = _leftOut;
            _window = leftOut == 0 ? FirstWindow : TimeSpan.FromTicks(Math.Min(_window.Ticks * 2, LongestWindow.Ticks));
            (_start, _count, _leftOut) = (now, 0, 0);
            return leftOut == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" [{leftOut:N0} lines {what} were left out before]");
        }

        private static bool IsPowerOfTen(long count)
        {
            while (count % 10 == 0)
            {
                count /= 10;
            }

            return count == 1;
        }
    }
}
