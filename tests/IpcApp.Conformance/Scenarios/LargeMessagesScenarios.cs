using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Messages just below <c>IpcApp:Limits:MaxMessageBytes</c> and over it, both ways, while other calls go on.</summary>
public abstract class LargeMessagesScenarios(AppFixture app) : ScenarioClass(app)
{
    /// <summary>The setting of the apps of this section, in bytes. Messages of this size cross the bridge in several parts.</summary>
    private const int Limit = LargeMessages.MaxMessageBytes;

    private const string Setting = "IpcApp:Limits:MaxMessageBytes";

    /// <summary>Room for the rest of the message: headers, lengths, the array of arguments.</summary>
    private const int Around = 100;

    private const string TooLargeToSend = $"Error: The message is larger than {Setting} allows.";

    [Fact]
    public async Task An_argument_just_below_the_limit_arrives_whole_and_other_calls_go_on()
    {
        var (page, channel, other) = (await OpenPageAsync(), Channel(), Channel("other"));
        IpcMain.Handle<byte[], bool>(channel, (e, bytes) => bytes.AsSpan().SequenceEqual(Bytes(Limit - Around)));
        IpcMain.Handle<string, int>(other, (e, text) => text.Length);
        var outcomes = await page.RunAsync(
            PageStep.Invoke(channel, Bytes(Limit - Around)), PageStep.Invoke(other, "other"), PageStep.Invoke(other, new string('x', Limit - Around)));
        (await outcomes[0].SoonAsync()).ShouldBe(true);
        (await outcomes[1].SoonAsync()).ShouldBe(5);
        (await outcomes[2].SoonAsync()).ShouldBe(Limit - Around);
    }

    [Fact]
    public async Task An_answer_just_below_the_limit_arrives_whole_and_other_calls_go_on()
    {
        var (page, channel, other) = (await OpenPageAsync(), Channel(), Channel("other"));
        IpcMain.Handle(channel, e => Bytes(Limit - Around));
        IpcMain.On(channel, e => e.ReturnValue = new string('x', Limit - Around));
        IpcMain.Handle(other, e => "other");
        var outcomes = await page.RunAsync(PageStep.Invoke(channel), PageStep.Invoke(other), PageStep.SendSync(channel));
        (await outcomes[0].SoonAsync()).ShouldBe(Bytes(Limit - Around));
        (await outcomes[1].SoonAsync()).ShouldBe("other");
        (await outcomes[2].SoonAsync()).ShouldBe(new string('x', Limit - Around));
    }

    [Fact]
    public async Task An_answer_over_the_limit_fails_by_its_name_and_other_calls_go_on()
    {
        var (page, channel, other) = (await OpenPageAsync(), Channel(), Channel("other"));
        IpcMain.Handle(channel, e => Bytes(Limit + 1));
        IpcMain.On(channel, e => e.ReturnValue = Bytes(Limit + 1));
        IpcMain.Handle(other, e => "other");
        var outcomes = await page.RunAsync(PageStep.Invoke(channel), PageStep.Invoke(other), PageStep.SendSync(channel));
        (await outcomes[0].SoonAsync()).ShouldFail($"Error invoking remote method '{channel}': {TooLargeToSend}");
        (await outcomes[1].SoonAsync()).ShouldBe("other");
        Assert.Equal(TooLargeToSend, (await outcomes[2].SoonAsync()).Value!["error"].AsString());
    }

    [Fact]
    public async Task A_message_of_main_arrives_whole_below_the_limit_and_is_dropped_with_a_line_over_it()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        await page.ListenAsync(channel);
        page.WebContents.Send(channel, Bytes(Limit - Around));
        page.WebContents.Send(channel, Bytes(Limit + 1));
        page.WebContents.Send(channel, "next");
        (await page.NextAsync(channel)).ShouldBe(Bytes(Limit - Around));
        (await page.NextAsync(channel)).ShouldBe("next");
        Assert.Contains(Setting, Assert.Single(App.Logs.Containing(channel)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public virtual async Task An_argument_over_the_limit_is_refused_by_its_name_and_other_calls_go_on()
    {
        var (page, channel, other) = (await OpenPageAsync(), Channel(), Channel("other"));
        IpcMain.Handle(channel, e => "handled");
        IpcMain.On(channel, e => e.ReturnValue = "handled");
        IpcMain.Handle(other, e => "other");
        var outcomes = await page.RunAsync(
            PageStep.Invoke(channel, Bytes(Limit + 1)), PageStep.Invoke(other), PageStep.SendSync(channel, new string('x', Limit + 1)));
        ShouldName((await outcomes[0].SoonAsync()).Error?.Message);
        (await outcomes[1].SoonAsync()).ShouldBe("other");
        ShouldName((await outcomes[2].SoonAsync()).Value?["error"].AsString());
    }

    [Fact]
    public virtual async Task A_send_over_the_limit_is_dropped_and_the_next_is_not()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.On(channel, (e, args) => Note($"{args[0].Kind}"));
        await page.RunAsync(
            PageStep.Send(channel, Bytes(Limit + 1)), PageStep.Send(channel, "next"),
            PageStep.PostMessage(channel, Bytes(Limit + 1)), PageStep.PostMessage(channel, 1));
        await SettleAsync(page);
        Assert.Equal(["String", "Number"], Notes);
    }

    private static void ShouldName(string? error)
        => Assert.Matches($@"Error: The message has \d+ bytes, more than the {Limit} that {Setting} allows$", error);

    private static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
        {
            bytes[i] = (byte)(i * 7);
        }

        return bytes;
    }
}
