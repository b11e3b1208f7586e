using System.Globalization;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Logging;

/// <summary>
/// Limits how often the same line, and the same kind of line, is written, since pages can cause both without end. The first of them are
/// written, then the hundredth, the thousandth and so on. Before lines are left out, the last line that is written says so. After a minute
/// the counts begin anew; a count that went over its limit lasts twice as long the next time, up to a day. Thread-safe.
/// </summary>
/// <remarks>
/// Of identical lines ten are written, since each failure of a handler may matter; of lines of one kind with different texts, 200. A kind is
/// an event id and a level of a category, so that debug lines do not use up the room of errors. A critical line is always written.
/// </remarks>
internal sealed class LogLimiter(TimeProvider time)
{
    private const int MaxIdentical = 10;
    private const int MaxOfKind = 200;
    private const int MaxTexts = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<Kind, Occurrences> _kinds = [];
    private readonly Dictionary<(Kind Kind, string Text), Occurrences> _texts = [];

    /// <summary>Counts a line.</summary>
    /// <returns>The line, perhaps with a note about others; null if it is not to be written.</returns>
    public LogLine? Admit(string category, LogLine line)
    {
        if (line.Level == LogLevel.Critical)
        {
            return line;
        }

        var now = time.GetTimestamp();
        var kind = new Kind(category, line.Id.Id, line.Level);
        lock (_gate)
        {
            var ofText = Of(_texts, (kind, line.Text), now);
            if (ofText?.Add(MaxIdentical, now, time) == false)
            {
                return null;
            }

            var ofKind = Of(_kinds, kind, now);
            if (ofKind?.Add(MaxOfKind, now, time) == false)
            {
                ofText?.TakeBack(); // so that no note is lost with the line
                return null;
            }

            return line.With($"{ofText?.TakeNote(MaxIdentical, "like it")}{ofKind?.TakeNote(MaxOfKind, "of its kind")}".TrimStart());
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

    private readonly record struct Kind(string Category, int Id, LogLevel Level);

    private sealed class Occurrences(long start)
    {
        private static readonly TimeSpan FirstWindow = TimeSpan.FromMinutes(1);
        private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(1);

        private long _start = start;
        private TimeSpan _window = FirstWindow;
        private long _count;
        private long _leftOut;
        private long _leftOutBefore;

        public bool IsOver(long now, TimeProvider time) => time.GetElapsedTime(_start, now) >= _window;

        /// <summary>Counts a line.</summary>
        /// <returns>Whether it is to be written.</returns>
        public bool Add(int limit, long now, TimeProvider time)
        {
            if (IsOver(now, time))
            {
                Restart(now);
            }

            _count++;
            if (_count <= limit || NextPowerOfTen(_count - 1) == _count)
            {
                return true;
            }

            _leftOut++;
            return false;
        }

        /// <summary>Does not count the line that was added last, as it is not written after all.</summary>
        public void TakeBack() => _count--;

        /// <summary>
        /// What the line that was added last says about others, each note with a space before it: how many were left out before, and that
        /// the next ones will be.
        /// </summary>
        public string TakeNote(int limit, string what)
        {
            var before = _leftOutBefore == 0
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $" [{_leftOutBefore:N0} lines {what} were left out before]");
            _leftOutBefore = 0;
            return _count < limit
                ? before
                : before + string.Create(
                    CultureInfo.InvariantCulture,
                    $" [the {_count:N0}th line {what}; the next that is written is the {NextPowerOfTen(_count):N0}th]");
        }

        private void Restart(long now)
        {
            _window = _leftOut == 0 ? FirstWindow : TimeSpan.FromTicks(Math.Min(_window.Ticks * 2, LongestWindow.Ticks));
            _leftOutBefore += _leftOut;
            (_start, _count, _leftOut) = (now, 0, 0);
        }

        /// <summary>The smallest power of ten that is greater than a count.</summary>
        private static long NextPowerOfTen(long count)
        {
            var power = 1L;
            while (power <= count)
            {
                power *= 10;
            }

            return power;
        }
    }
}
