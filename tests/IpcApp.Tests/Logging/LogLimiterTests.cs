using IpcApp.Internal.Logging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IpcApp.Tests.Logging;

/// <summary>How often a line is written that pages can cause without end.</summary>
public sealed class LogLimiterTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly LogLimiter _limiter;

    public LogLimiterTests() => _limiter = new LogLimiter(_time);

    [Fact]
    public void Identical_lines_are_written_ten_times_and_then_at_powers_of_ten()
    {
        var written = Write(10_000, _ => "same");
        Assert.Equal(13, written.Count);
        Assert.All(written.Take(9), line => Assert.Equal("same", line));
        Assert.Equal("same [the 10th line like it; the next that is written is the 100th]", written[9]);
        Assert.Equal("same [the 10,000th line like it; the next that is written is the 100,000th]", written[12]);
    }

    [Fact]
    public void Different_lines_of_a_kind_are_written_two_hundred_times_and_other_kinds_have_room()
    {
        var written = Write(1_000, i => $"line {i}");
        Assert.Equal(201, written.Count);
        Assert.Equal("line 198", written[198]);
        Assert.Equal("line 199 [the 200th line of its kind; the next that is written is the 1,000th]", written[199]);
        Assert.Equal("line 999 [the 1,000th line of its kind; the next that is written is the 10,000th]", written[^1]);
        Assert.Single(Write(1, _ => "other", id: 2));
    }

    [Fact]
    public void After_a_minute_the_count_begins_anew_and_says_how_many_lines_were_left_out()
    {
        Write(15, _ => "same");
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["same [5 lines like it were left out before]", "same"], Write(2, _ => "same"));
    }

    [Fact]
    public void Lines_of_another_level_have_room_of_their_own()
    {
        Write(1_000, i => $"line {i}", level: LogLevel.Debug);
        Write(15, _ => "same", level: LogLevel.Debug);
        Assert.Equal(["same", "line 0"], [.. Write(1, _ => "same"), .. Write(1, i => $"line {i}")]);
    }

    [Fact]
    public void A_remark_waits_for_a_line_that_is_written()
    {
        Write(15, _ => "same");
        _time.Advance(TimeSpan.FromSeconds(30));
        Write(150, i => $"line {i}");
        _time.Advance(TimeSpan.FromSeconds(30));
        Write(250, i => $"other {i}"); // a new minute for the kind
        Assert.Empty(Write(20, _ => "same")); // and for the text, of which the kind leaves all out
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(
            "same [5 lines like it were left out before] [70 lines of its kind were left out before]",
            Assert.Single(Write(1, _ => "same")));
        var written = Write(9, _ => "same");
        Assert.Equal("same", written[0]);
        Assert.Equal("same [the 10th line like it; the next that is written is the 100th]", written[^1]);
    }

    [Fact]
    public void A_line_that_its_kind_leaves_out_does_not_count_for_its_text()
    {
        Write(200, i => $"line {i}");
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Empty(Write(15, _ => "same"));
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(["same [15 lines of its kind were left out before]", "same"], Write(2, _ => "same"));
    }

    [Fact]
    public void Loggers_that_render_the_template_have_the_remark()
    {
        var state = new KeyValuePair<string, object?>[] { new("Channel", "c"), new("{OriginalFormat}", "Line of {Channel}") };
        LogLine? line = null;
        for (var i = 0; i < 10; i++)
        {
            line = _limiter.Admit("category", LogLine.Create(LogLevel.Error, new EventId(1), state, null, static (_, _) => ""));
        }

        const string Note = "[the 10th line like it; the next that is written is the 100th]";
        Assert.Equal($"Line of c {Note}", line?.Text);
        Assert.Equal([new("Channel", "c"), new("Note", Note), new("{OriginalFormat}", "Line of {Channel} {Note}")], line);
    }

    [Fact]
    public void A_flood_that_goes_on_writes_ever_fewer_lines()
    {
        var written = 0;
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            written += Write(300, i => $"{minute} {i}").Count;
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.InRange(written, 1_000, 3_500);
    }

    [Fact]
    public void A_failure_every_ten_minutes_is_always_written()
    {
        for (var i = 0; i < 1_000; i++)
        {
            Assert.Equal(["same"], Write(1, _ => "same"));
            _time.Advance(TimeSpan.FromMinutes(10));
        }
    }

    [Fact]
    public void A_critical_line_is_always_written() => Assert.Equal(1_000, Write(1_000, _ => "same", level: LogLevel.Critical).Count);

    private List<string> Write(int count, Func<int, string> text, int id = 1, LogLevel level = LogLevel.Error)
        => [.. Enumerable.Range(0, count)
            .Select(i => _limiter.Admit("category", LogLine.Create(level, new EventId(id), text(i), null, static (state, _) => state))?.Text)
            .OfType<string>()];
}
