using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Structured clone: section 2.I.</summary>
public abstract class ValuesScenarios(AppFixture app) : ScenarioClass(app)
{
    private const string Malformed = "The message is not a structured clone: ";

    [Fact, Rule(120)]
    public async Task S120_Identity_and_cycles_survive_within_a_call_and_across_its_arguments()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle(channel, (e, args) => new ValueTask<object?>(new IpcArray([args[0], args[1]])));
        var shared = new IpcObject();
        shared["self"] = shared;
        var value = Assert.IsType<IpcArray>((await page.InvokeAsync(channel, shared, shared)).Value);
        Assert.Same(value[0], value[1]);
        Assert.Same(value[0], value[0]["self"]);
    }

    [Fact, Rule(125)]
    public async Task S125_Messages_of_malformed_bytes_are_dropped_with_a_line_each_and_the_next_arrive()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.On(channel, (e, args) => Note(args[0].AsString()));
        await page.RunAsync(
            PageStep.Send(channel, WireMarks.Damaged),
            PageStep.Send(channel, "sent"),
            PageStep.PostMessage(channel, WireMarks.Damaged),
            PageStep.PostMessage(channel, "posted"));
        await SettleAsync(page);
        Assert.Equal(["sent", "posted"], Notes);
        Assert.Equal(2, App.Logs.Entries.Count);
        Assert.All(
            App.Logs.Entries,
            entry => Assert.StartsWith($"A message on '{channel}' was dropped: {Malformed}", entry.Message, StringComparison.Ordinal));
    }

    [Fact, Rule(125)]
    public async Task S125_A_call_of_malformed_bytes_fails_and_the_next_is_answered()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle(channel, (e, args) => new ValueTask<object?>(args[0]));
        IpcMain.On(channel, (e, args) => e.ReturnValue = args[0]);
        var error = (await page.InvokeAsync(channel, WireMarks.Damaged)).Error;
        Assert.StartsWith($"Error invoking remote method '{channel}': Error: {Malformed}", error?.Message, StringComparison.Ordinal);
        (await page.InvokeAsync(channel, "well")).ShouldBe("well");

        var answer = (await page.SendSyncAsync(channel, WireMarks.Damaged)).Value!;
        Assert.StartsWith($"Error: {Malformed}", answer["error"].AsString(), StringComparison.Ordinal);
        (await page.SendSyncAsync(channel, "well")).ShouldBe("well");
    }

    [Fact, Rule(125)]
    public async Task S125_A_message_of_malformed_bytes_on_a_port_is_dropped_with_a_line_and_the_next_arrive()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var received = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        IpcMain.On(channel, e =>
        {
            e.Ports[0].Message += (_, message) => received.TrySetResult(message.Data.AsString());
            e.Ports[0].Start();
        });
        var (port1, port2) = await page.CreateChannelAsync();
        await page.PostMessageAsync(channel, 1, port2);
        await port1.PostMessageAsync(WireMarks.Damaged);
        await port1.PostMessageAsync("well");
        Assert.Equal("well", await received.Task.SoonAsync());
        Assert.Contains(Malformed, Assert.Single(App.Logs.Entries).Message, StringComparison.Ordinal);
    }

    /// <summary>That pages write a version of V8's format, the newest that is known.</summary>
    protected async Task ShouldWriteAsync(int version)
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle(channel, e => { });
        var error = (await page.InvokeAsync(channel, WireMarks.NextVersion)).Error;
        Assert.Contains($"has version {version + 1}, known are 13 to {version}", error?.Message, StringComparison.Ordinal);
    }
}
