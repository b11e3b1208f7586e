using System.Collections.Concurrent;
using IpcApp.Internal.Logging;
using Microsoft.Extensions.Logging;

namespace IpcApp.Tests.Logging;

/// <summary>The runtime's lines on their way to loggers that fail, hang or log themselves.</summary>
public sealed partial class LogQueueTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public void Lines_come_in_order_with_their_values_and_their_exception()
    {
        using var log = new Log(_ => { });
        var error = new InvalidOperationException("boom");
        for (var i = 0; i < 1_000; i++)
        {
            Line(log.Logger, i, "a\u001b", error);
        }

        Assert.True(log.Queue.Flush(Limit));
        Assert.Equal(Enumerable.Range(0, 1_000).Select(i => $"Line {i} of 'a\\u001B'"), log.Lines);
        Assert.Equal(
            [new("Number", 7), new("Channel", "a\\u001B"), new("{OriginalFormat}", "Line {Number} of '{Channel}'")], log.States[7]);
        Assert.All(log.Exceptions, logged => Assert.Same(error, logged));
    }

    [Fact]
    public void A_logger_that_throws_loses_that_line_only_and_others_have_it()
    {
        using var log = new Log(line => throw new InvalidOperationException($"no {line}"));
        log.Write("first");
        log.Write("second");
        Assert.True(log.Queue.Flush(Limit));
        Assert.Equal(["first", "second"], log.Lines);
    }

    [Fact]
    public void A_factory_that_throws_is_asked_again()
    {
        var isBroken = true;
        using var log = new Log(_ => { }, () => _ = isBroken ? throw new InvalidOperationException("no logger") : 0);
        log.Write("lost");
        Assert.True(log.Queue.Flush(Limit));
        isBroken = false;
        log.Write("kept");
        Assert.True(log.Queue.Flush(Limit));
        Assert.Equal(["kept"], log.Lines);
    }

    [Fact]
    public void A_logger_that_hangs_holds_up_nothing_and_what_does_not_fit_is_counted()
    {
        using var isEntered = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        using var log = new Log(_ =>
        {
            isEntered.Set();
            release.Wait();
        });
        log.Write("first");
        Assert.True(isEntered.Wait(Limit, TestContext.Current.CancellationToken));
        for (var i = 0; i < 5_000; i++)
        {
            log.Write($"line {i}");
        }

        Assert.False(log.Queue.Flush(TimeSpan.FromMilliseconds(1)));
        release.Set();
        Assert.True(log.Queue.Flush(Limit));
        log.Write("last");
        Assert.True(log.Queue.Flush(Limit));
        Assert.Equal(1 + 4_096 + 2, log.Lines.Count);
        Assert.Contains(
            "904 lines of the log were left out: the loggers did not take them fast enough, or caused them themselves.", log.Lines);
    }

    [Fact]
    public void A_logger_that_logs_itself_or_flushes_goes_round_once()
    {
        Log? log = null;
        using var made = log = new Log(_ =>
        {
            log!.Write("caused");
            Assert.False(log.Queue.Flush(Limit));
        });
        log.Write("first");
        log.Queue.Dispose();
        Assert.Equal("first", log.Lines.First());
        Assert.DoesNotContain("caused", log.Lines);
    }

    [Fact]
    public void Lines_that_a_logger_causes_by_each_line_are_told_once()
    {
        Log? log = null;
        using var made = log = new Log(_ => log!.Write("caused"));
        log.Write("first");
        while (log.Lines.Count < 2)
        {
            Assert.True(log.Queue.Flush(Limit)); // the line about the others is not counted until it is written
        }

        log.Write("second");
        while (log.Lines.Count < 4)
        {
            Assert.True(log.Queue.Flush(Limit));
        }

        log.Queue.Dispose();
        const string Reason = "1 lines of the log were left out: the loggers did not take them fast enough, or caused them themselves.";
        Assert.Equal(["first", Reason, "second", Reason], log.Lines);
    }

    [Fact]
    public void Scopes_are_those_of_the_caller()
    {
        var scope = new AsyncLocal<string?>();
        var seen = new ConcurrentQueue<string?>();
        using var log = new Log(_ => seen.Enqueue(scope.Value));
        scope.Value = "mine";
        log.Write("first");
        scope.Value = null;
        log.Write("second");
        Assert.True(log.Queue.Flush(Limit));
        Assert.Equal(["mine", null], seen);
    }

    [Fact]
    public void What_is_logged_after_the_end_is_still_written()
    {
        using var log = new Log(_ => { });
        log.Queue.Dispose();
        log.Write("late");
        Assert.Equal(["late"], log.Lines);
    }

    [LoggerMessage(1, LogLevel.Error, "Line {Number} of '{Channel}'")]
    private static partial void Line(ILogger logger, int number, string channel, Exception exception);

    /// <summary>A queue in front of two loggers, of which the first does what a test wants; the second keeps the lines.</summary>
    private sealed class Log : ILoggerFactory, ILogger
    {
        private readonly Action<string> _act;
        private readonly Action _create;
        private readonly ILoggerFactory _both;

        public Log(Action<string> act, Action? create = null)
        {
            (_act, _create) = (act, create ?? (() => { }));
            _both = LoggerFactory.Create(logging => logging.AddProvider(new Provider(this, isFirst: true)).AddProvider(new Provider(this, false)));
            Queue = new LogQueue(this);
            Logger = new QueuedLogger("category", Queue, null, null);
        }

        public LogQueue Queue { get; }

        public QueuedLogger Logger { get; }

        public ConcurrentQueue<string> Lines { get; } = new();

        public List<IReadOnlyList<KeyValuePair<string, object?>>> States { get; } = [];

        public List<Exception?> Exceptions { get; } = [];

        public void Write(string text) => Logger.Log(LogLevel.Error, default, text, null, static (line, _) => line);

        public ILogger CreateLogger(string categoryName)
        {
            _create();
            return _both.CreateLogger(categoryName);
        }

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public void Dispose()
        {
            Queue.Dispose();
            _both.Dispose();
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        void ILogger.Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Lines.Enqueue(formatter(state, exception));
            States.Add((IReadOnlyList<KeyValuePair<string, object?>>)state!);
            Exceptions.Add(exception);
        }

        private sealed class Provider(Log owner, bool isFirst) : ILoggerProvider, ILogger
        {
            public ILogger CreateLogger(string categoryName) => isFirst ? this : owner;

            public bool IsEnabled(LogLevel logLevel) => true;

            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull
                => null;

            void ILogger.Log<TState>(
                LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
                => owner._act(formatter(state, exception));

            public void Dispose()
            {
            }
        }
    }
}
