using IpcApp.Internal.Ground;
using IpcApp.TestApp;

namespace IpcApp.Tests.Logging;

/// <summary>Exceptions of others, whose properties can fail and whose texts a page can influence.</summary>
public sealed class ExceptionTextTests
{
    [Fact]
    public void A_message_that_cannot_be_read_gives_the_type()
        => Assert.Equal("UnreadableException (its message could not be read)", ExceptionText.MessageOf(new UnreadableException()));

    [Fact]
    public void An_ordinary_exception_is_logged_as_it_is()
    {
        var error = Thrown(new InvalidOperationException("ordinary", new IOException("cause")));
        Assert.Same(error, ExceptionText.ForLog(error));
        Assert.Null(ExceptionText.ForLog(null));
    }

    [Fact]
    public void One_whose_text_cannot_be_read_is_logged_with_what_can()
    {
        var logged = ExceptionText.ForLog(Thrown(new InvalidOperationException("readable", new UnreadableException())));
        var lines = logged.ToString().Split(Environment.NewLine);
        Assert.Equal("System.InvalidOperationException: readable", lines[0]);
        Assert.Contains(nameof(Thrown), lines[1], StringComparison.Ordinal);
        Assert.Equal(" ---> IpcApp.TestApp.UnreadableException: UnreadableException (its message could not be read)", lines[^1]);
        Assert.Equal("System.InvalidOperationException: readable", logged.Message);
        Assert.Equal(
            "IpcApp.TestApp.UnreadableException: UnreadableException (its message could not be read)", logged.InnerException?.Message);
    }

    /// <summary>Some loggers print no text of an exception but its parts.</summary>
    [Fact]
    public void A_message_with_a_line_break_keeps_type_stack_and_inner_exceptions()
    {
        var cause = new IOException("cause");
        var logged = ExceptionText.ForLog(Thrown(new InvalidOperationException("first\nsecond", new FormatException("a\rb", cause))));
        Assert.Equal("System.InvalidOperationException: first\\nsecond", logged.Message);
        Assert.Contains(nameof(Thrown), logged.StackTrace, StringComparison.Ordinal);
        Assert.Equal("System.FormatException: a\\rb", logged.InnerException?.Message);
        Assert.Null(logged.InnerException?.StackTrace);
        Assert.Same(cause, logged.InnerException?.InnerException);
        Assert.Same(cause, logged.GetBaseException());
    }

    [Fact]
    public void So_does_one_with_several_inner_exceptions()
    {
        var cause = new IOException("cause");
        var logged = Assert.IsAssignableFrom<AggregateException>(
            ExceptionText.ForLog(new AggregateException("first\nsecond", new FormatException("a\rb"), cause)));
        Assert.Equal(@"System.AggregateException: first\nsecond (a\rb) (cause)", logged.Message);
        Assert.Equal(@"System.FormatException: a\rb", logged.InnerExceptions[0].Message);
        Assert.Same(cause, logged.InnerExceptions[1]);
    }

    [Fact]
    public void A_chain_of_exceptions_without_end_is_cut()
    {
        Exception error = new IOException("a\nb");
        for (var i = 0; i < 1000; i++)
        {
            error = new IOException("a\nb", error);
        }

        var depth = 0;
        for (var logged = ExceptionText.ForLog(error); logged is not null; logged = logged.InnerException)
        {
            depth++;
        }

        Assert.InRange(depth, 10, 50);
    }

    [Fact]
    public void A_message_cannot_forge_lines_and_the_stack_stays()
    {
        var logged = ExceptionText.ForLog(Thrown(new InvalidOperationException("a\nfail: forged\u001b[0m", new IOException("b\rc"))));
        var lines = logged.ToString().Split(Environment.NewLine);
        Assert.Equal("System.InvalidOperationException: a\\nfail: forged\\u001B[0m", lines[0]);
        Assert.Equal(" ---> System.IO.IOException: b\\rc", lines[1]);
        Assert.Contains(lines, line => line.Contains(nameof(Thrown), StringComparison.Ordinal));
    }

    [Fact]
    public void A_very_long_text_is_cut()
        => Assert.InRange(ExceptionText.ForLog(new InvalidOperationException(new string('x', 10_000_000))).ToString().Length, 10_000, 20_000);

    private static Exception Thrown(Exception e)
    {
        try
        {
            throw e;
        }
        catch (Exception caught)
        {
            return caught;
        }
    }
}
