using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>What one call of <c>Send</c> and its kin sends: one argument, or several.</summary>
public abstract partial class SendingScenarios
{
    private static readonly string[] Texts = ["a.txt", "b.txt"];

    [Fact, Rule(78)]
    public async Task S78_An_array_or_a_list_of_any_type_is_one_argument()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        await page.ListenAsync(channel);
        var texts = new IpcArray(["a.txt", "b.txt"]);
        page.WebContents.Send(channel, Texts);
        page.WebContents.Send(channel, new List<string>(Texts));
        page.WebContents.Send(channel, new Uri?[] { null });
        page.WebContents.Send(channel, new[] { 1, 2 });
        page.WebContents.Send(channel, new byte[] { 1, 2 });
        page.WebContents.Send(channel, argument: new object[] { "a.txt", "b.txt" });
        page.WebContents.Send(channel, Texts.AsSpan().ToArray());
        page.WebContents.Send(channel, Array.Empty<string>());

        (await page.NextAsync(channel)).ShouldBe(texts);
        (await page.NextAsync(channel)).ShouldBe(texts);
        (await page.NextAsync(channel)).ShouldBe(new IpcArray([IpcValue.Null]));
        (await page.NextAsync(channel)).ShouldBe(new IpcArray([1, 2]));
        (await page.NextAsync(channel)).ShouldBe(new byte[] { 1, 2 });
        (await page.NextAsync(channel)).ShouldBe(texts);
        (await page.NextAsync(channel)).ShouldBe(texts);
        (await page.NextAsync(channel)).ShouldBe(new IpcArray());
    }

    [Fact, Rule(78)]
    public async Task S78_Several_values_are_several_arguments_and_null_is_one()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        await page.ListenAsync(channel);
        page.WebContents.Send(channel);
        page.WebContents.Send(channel, null);
        page.WebContents.Send(channel, Texts, 1);
        page.WebContents.Send(channel, arguments: ["p", 2]);
        page.WebContents.Send(channel, arguments: Texts);
        page.WebContents.Send(channel, arguments: []);

        (await page.NextAsync(channel)).ShouldBe();
        (await page.NextAsync(channel)).ShouldBe(IpcValue.Null);
        (await page.NextAsync(channel)).ShouldBe(new IpcArray(["a.txt", "b.txt"]), 1);
        (await page.NextAsync(channel)).ShouldBe("p", 2);
        (await page.NextAsync(channel)).ShouldBe("a.txt", "b.txt");
        (await page.NextAsync(channel)).ShouldBe();
    }

    /// <summary>A collection expression has no type of its own, so it can only be the array of the arguments.</summary>
    [Fact, Rule(78)]
    public async Task S78_The_elements_of_a_collection_expression_are_arguments()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        await page.ListenAsync(channel);
#pragma warning disable IPC0018 // what the analyzer reports is what this is about
        page.WebContents.Send(channel, ["p", 2]);
        page.WebContents.Send(channel, new object[] { "p", 2 });
#pragma warning restore IPC0018

        (await page.NextAsync(channel)).ShouldBe("p", 2);
        (await page.NextAsync(channel)).ShouldBe(new IpcArray(["p", 2]));
    }

    [Fact, Rule(78), Rule(82), Rule(84), Rule(93)]
    public async Task S84_Every_way_to_a_page_takes_an_array_as_one_argument()
    {
        var (page, channel, back) = (await OpenPageAsync(), Channel(), Channel("back"));
        await page.ListenAsync(back);
        IpcMain.On(channel, e =>
        {
            e.Reply(back, Texts);
            e.Sender.Send(back, Texts);
            e.SenderFrame!.Send(back, Texts);
            e.Sender.SendToFrame(e.FrameId, back, Texts);
            e.Sender.SendToFrame(e.ProcessId, e.FrameId, back, Texts);
            App.WebContents.SendToAll(back, Texts);
            e.Reply(back, Texts, 1);
        });
        await page.SendAsync(channel);
        for (var i = 0; i < 6; i++)
        {
            (await page.NextAsync(back)).ShouldBe(new IpcArray(["a.txt", "b.txt"]));
        }

        (await page.NextAsync(back)).ShouldBe(new IpcArray(["a.txt", "b.txt"]), 1);
    }
}
