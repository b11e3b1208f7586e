using IpcApp.Internal;
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
        Assert.Equal("readable", logged.Message);
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
