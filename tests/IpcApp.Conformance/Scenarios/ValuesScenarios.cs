using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using IpcApp.Conformance.Suite;
using IpcApp.Internal.Codec.Converters;

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

    [Fact, Rule(116), Rule(124)]
    public async Task S116_A_small_message_that_would_become_large_is_refused_by_name_and_other_calls_go_on()
    {
        var (page, channel, other) = (await OpenPageAsync(), Channel(), Channel("other"));
        IpcMain.Handle<string?[][], int>(channel, (e, rows) => rows.Length);
        IpcMain.Handle<int, int>(other, (e, number) => number + 1);
        var rows = new IpcArray(Enumerable.Range(0, 300).Select(_ => new IpcArray { Length = 99_999 }));
        var outcomes = await page.RunAsync(PageStep.Invoke(channel, rows), PageStep.Invoke(other, 1));
        var error = (await outcomes[0].SoonAsync()).Error;
        Assert.StartsWith(
            $"Error invoking remote method '{channel}': TypeError: argument 1 ('rows') at $[1]: the array has 99999 holes",
            error?.Message, StringComparison.Ordinal);
        Assert.Contains("IpcApp:Limits:MaxValuesPerByte", error!.Message, StringComparison.Ordinal);
        (await outcomes[1].SoonAsync()).ShouldBe(2);
    }

    [Fact, Rule(116), Rule(124)]
    public async Task S116_Objects_that_are_shared_too_often_for_json_are_refused_and_a_sparse_array_is_not()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle<JsonElement, int>(channel, (e, value) => value.GetArrayLength());
        var text = new IpcObject { ["text"] = new string('x', 100_000) };
        var error = (await page.InvokeAsync(channel, new IpcArray(Enumerable.Repeat<IpcValue>(text, 5_000)))).Error;
        Assert.Contains("IpcApp:Limits:MaxOutputPerByte", error?.Message, StringComparison.Ordinal);
        Assert.EndsWith("send each object once, not several references to it.", error!.Message, StringComparison.Ordinal);
        (await page.InvokeAsync(channel, new IpcArray { [38_016] = new IpcObject { ["id"] = 38_016 } })).ShouldBe(38_017);
    }

    [Fact, Rule(116)]
    public async Task S116_Keys_that_were_chosen_to_make_a_hash_table_slow_are_refused()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle<HashSet<double>, int>(channel, (e, keys) => keys.Count);
        var keys = Enumerable.Range(0x10000, 1_000).Select(half => BitConverter.Int64BitsToDouble(((long)half << 32) | (uint)half));
        (await page.InvokeAsync(channel, new IpcArray(keys.Select(key => (IpcValue)key)))).ShouldFail(
            $"Error invoking remote method '{channel}': TypeError: argument 1 ('keys'): "
                + HashChains.Problem + ".");
        (await page.InvokeAsync(channel, new IpcArray(Enumerable.Range(0, 1_000).Select(key => (IpcValue)key)))).ShouldBe(1_000);
    }

    [Fact, Rule(116)]
    public async Task S116_Null_in_a_collection_that_is_declared_without_is_refused_with_its_place_and_the_way_out()
    {
        var (page, channel, other) = (await OpenPageAsync(), Channel(), Channel("other"));
        IpcMain.Handle(channel, (IpcMainInvokeEvent e, List<string[]> names) => names.Count);
        IpcMain.Handle(other, (IpcMainInvokeEvent e, Dictionary<string, string?> names) => names.Count);
        const string text = "which the C# declaration does not allow there; to accept null, declare it with '?', or set "
            + "IpcApp:NullElements to Allow.";
        (await page.InvokeAsync(channel, new IpcArray([new IpcArray(["a"]), new IpcArray(["a", IpcValue.Null])]))).ShouldFail(
            $"Error invoking remote method '{channel}': TypeError: argument 1 ('names') at $[1][1]: expected a string, got null, {text}");
        (await page.InvokeAsync(channel, new IpcArray([new IpcArray { [1] = "b" }]))).ShouldFail(
            $"Error invoking remote method '{channel}': TypeError: argument 1 ('names') at $[0][0]: expected a string, got undefined, {text}");
        (await page.InvokeAsync(channel, new IpcArray([new IpcArray(["a"])]))).ShouldBe(1);
        (await page.InvokeAsync(other, new IpcObject { ["a"] = IpcValue.Null })).ShouldBe(1);
    }

    [Fact, Rule(116)]
    public async Task S116_An_error_of_binding_names_what_the_page_did_wrong()
    {
        var (page, shape, json, date) = (await OpenPageAsync(), Channel(), Channel("json"), Channel("date"));
        IpcMain.Handle(shape, (IpcMainInvokeEvent e, Shape value) => value.Id);
        IpcMain.Handle(json, (IpcMainInvokeEvent e, JsonObject value) => value.Count);
        IpcMain.Handle(date, (IpcMainInvokeEvent e, DateTime value) => value.Year);
        await FailsAsync(shape, new IpcObject { ["id"] = 1 }, " at $.$type: expected one of 'circle', got undefined.");
        await FailsAsync(json, new IpcArray(), ": expected an object, got an array.");
        await FailsAsync(
            date, new IpcDate(8.64e15), ": expected a Date in the years 1 to 9999, got the Date of 8640000000000000 milliseconds since 1970.");
        (await page.InvokeAsync(shape, new IpcObject { ["$type"] = "circle", ["id"] = 1 })).ShouldBe(1);

        async Task FailsAsync(string channel, IpcValue value, string text) => (await page.InvokeAsync(channel, value)).ShouldFail(
            $"Error invoking remote method '{channel}': TypeError: argument 1 ('value'){text}");
    }

    [JsonDerivedType(typeof(Circle), "circle")]
    public abstract record Shape(int Id);

    public sealed record Circle(int Id) : Shape(Id);

    [Fact, Rule(124)]
    public async Task S124_An_answer_without_end_fails_at_the_limit_and_names_it()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle(channel, e => Endless());
        IpcMain.On(channel, e => e.ReturnValue = Endless());
        const string text = "Error: The message is larger than IpcApp:Limits:MaxMessageBytes allows.";
        (await page.InvokeAsync(channel)).ShouldFail($"Error invoking remote method '{channel}': {text}");
        Assert.Equal(text, (await page.SendSyncAsync(channel)).Value!["error"].AsString());

        static IEnumerable<byte[]> Endless()
        {
            var piece = new byte[16 * 1024 * 1024];
            while (true)
            {
                yield return [.. piece];
            }
        }
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
