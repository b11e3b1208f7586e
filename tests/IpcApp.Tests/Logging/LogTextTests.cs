using IpcApp.Internal.Ground;

namespace IpcApp.Tests.Logging;

/// <summary>What of a page's text may stand in a line of the log.</summary>
public sealed class LogTextTests
{
    /// <summary>The same table as in <c>src/electron-main/test/unit/log.test.js</c>.</summary>
    [Theory]
    [InlineData("notes:add", "notes:add")]
    [InlineData("x\r\nfail: forged\ttext", "x\\r\\nfail: forged\\ttext")]
    [InlineData("\u001b[31mred\u0007\u009b", "\\u001B[31mred\\u0007\\u009B")]
    [InlineData("a\u202egnp.exe\u2066\u200f", "a\\u202Egnp.exe\\u2066\\u200F")]
    [InlineData("a\u2028b\u2029c\u0085d\ufeff", "a\\u2028b\\u2029c\\u0085d\\uFEFF")]
    [InlineData("whole 😀, 👩\u200d💻, می\u200cخواهم", "whole 😀, 👩\u200d💻, می\u200cخواهم")]
    public void Escapes_characters_that_a_line_cannot_have(string text, string expected) => Assert.Equal(expected, LogText.Clean(text));

    [Fact]
    public void Escapes_halves_of_surrogate_pairs()
        => Assert.Equal("half \\uD83D and half \\uDE00", LogText.Clean("half \ud83d and half \ude00"));

    [Fact]
    public void Cuts_a_long_text_between_characters_and_names_its_length()
    {
        Assert.Equal(new string('x', 200) + "… (20,000,000 characters)", LogText.Clean(new string('x', 20_000_000)));
        Assert.Equal(new string('x', 199) + "… (201 characters)", LogText.Clean(new string('x', 199) + "😀"));
        Assert.Equal(new string('x', 200), LogText.Clean(new string('x', 200)));
    }

    [Fact]
    public void Keeps_the_lines_of_a_stack()
    {
        Assert.Equal($"Error: a\\u001B[2J{Environment.NewLine}       at b", LogText.CleanLines("Error: a\u001b[2J\r\n    at b"));
        Assert.Equal(21, LogText.CleanLines(string.Concat(Enumerable.Repeat("x\n", 1_000))).Split('\n').Length);
    }
}
