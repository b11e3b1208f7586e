using IpcApp.Testing;

namespace IpcApp.Tests.Testing.Recording;

/// <summary>Files that are no recordings, or damaged ones.</summary>
public sealed class RecordingLoadTests : RecordingTest
{
    private const string Head = """{"recording":1,"payloads":"kept","started":"2026-01-02T03:04:05Z"}""";
    private const string Frame
        = """{"ms":1,"kind":"frame","frame":1,"window":1,"node":1,"is":"main frame","url":"app://local/","origin":"app://local"}""";

    [Fact]
    public void What_was_recorded_can_be_listed()
    {
        var recording = Load(
            Head,
            """{"ms":0.5,"kind":"window","window":1,"name":"main"}""",
            Frame,
            """{"ms":1500.4,"kind":"invoke","n":1,"frame":1,"channel":"notes:add","args":["Milk"]}""",
            """{"ms":1501,"kind":"answer","to":1,"error":"Error: boom"}""",
            """{"ms":1502,"kind":"send-to-page","window":1,"lane":1,"channel":"news","args":[]}""");
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), recording.StartedAt);
        Assert.True(recording is { HasPayloads: true, IsComplete: false });
        Assert.Equal(
            [
                "line 4, 1500 ms: invoke 'notes:add', main frame 1 (app://local/): Error: boom",
                "line 6, 1502 ms: send-to-page 'news', main frame 1 (app://local/)",
            ],
            recording.Messages.Select(message => message.ToString()));
    }

    [Fact]
    public void A_last_line_that_was_cut_off_is_left_out()
        => Assert.Empty(Load(Head, Frame, """{"ms":1500.4,"kind":"invo""").Messages);

    [Theory]
    [InlineData("", "is not a recording that can be read: it is empty.")]
    [InlineData("hello", "is not a recording that can be read: its first line does not begin with {\"recording\":.")]
    [InlineData("{\"recording\":2}", "its format is 2, and this version of IpcApp.Testing reads format 1. Record anew.")]
    public void A_file_that_is_no_recording_is_refused(string text, string message)
    {
        System.IO.File.WriteAllText(File, text);
        var error = Assert.Throws<FormatException>(() => IpcRecording.Load(File));
        Assert.StartsWith($"'{File}' is not a recording that can be read: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{nonsense}", "it is not a JSON object")]
    [InlineData("5", "it is not a JSON object")]
    [InlineData("{\"ms\":1}", "it has no 'kind'")]
    [InlineData("{\"ms\":1,\"kind\":\"frame\",\"frame\":\"x\"}", "'frame' is not a whole number")]
    [InlineData("{\"ms\":1,\"kind\":\"invoke\",\"n\":1,\"frame\":1}", "it has no 'channel'")]
    public void A_damaged_line_is_named(string line, string reason)
    {
        var error = Assert.Throws<FormatException>(() => Load(Head, line, Frame));
        Assert.StartsWith($"Line 2 of the recording '{File}' cannot be used: {reason}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"$\":\"widget\"}", "there is no kind of value named 'widget'")]
    [InlineData("{\"$\":\"ref\",\"to\":7}", "object 7 is referred to before it is there")]
    [InlineData("{\"$\":\"map\"}", "")]
    public async Task A_damaged_value_is_named_when_it_is_sent(string value, string reason)
    {
        var recording = Load(Head, Frame, $$"""{"ms":2,"kind":"invoke","n":1,"frame":1,"channel":"echo:value","args":[{{value}}]}""");
        var error = await Assert.ThrowsAsync<FormatException>(() => ReplayAsync(recording));
        Assert.StartsWith($"Line 3 of the recording '{File}' cannot be used: {reason}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_recording_lacks_is_noted()
    {
        var recording = Load(
            Head,
            Frame,
            """{"ms":2,"kind":"lost","count":3}""",
            """{"ms":3,"kind":"send","n":1,"frame":1,"channel":"message:log","unreadable":"The message is not a structured clone."}""");
        Assert.False(recording.IsComplete);
        Assert.Equal(
            [
                "line 3: the recording lacks 3 messages here.",
                "line 4: the message on 'message:log' could not be read when it was recorded, and was not sent.",
            ],
            (await ReplayAsync(recording)).Notes);
    }

    [Fact]
    public async Task What_had_no_effect_is_not_expected()
    {
        var recording = Load(
            Head,
            Frame,
            """{"ms":2,"kind":"invoke","n":1,"frame":1,"channel":"echo:sum","args":[2,3]}""",
            """{"ms":3,"kind":"answer","to":1,"value":7}""",
            """{"ms":3,"kind":"answer","to":1,"value":5}""",
            """{"ms":4,"kind":"send-to-page","window":1,"lane":1,"channel":"too-large","args":[]}""",
            """{"ms":4,"kind":"not-sent","lane":1,"error":"The message is larger than IpcApp:Limits:MaxMessageBytes allows."}""",
            """{"ms":5,"kind":"frame-gone","frame":1,"reason":"navigated"}""",
            """{"ms":6,"kind":"send-to-page","frame":1,"lane":1,"channel":"too-late","args":[]}""",
            """{"ms":6,"kind":"send-to-page","window":1,"lane":1,"channel":"too-late","args":[]}""");
        var report = await ReplayAsync(recording);
        report.AssertNoDifferences();
        Assert.Equal(1, report.MessagesCompared);
    }

    private IpcRecording Load(params string[] lines)
    {
        System.IO.File.WriteAllLines(File, lines);
        return IpcRecording.Load(File);
    }
}
