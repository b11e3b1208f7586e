using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Values;

/// <content>C# types whose values are told apart by more than the kind of a JavaScript value: tuples and unions.</content>
public abstract partial class ValueTableScenarios
{
    private static readonly IpcObject Tom = new() { ["name"] = "Tom", ["lives"] = 9 };
    private static readonly IpcObject Rex = new() { ["name"] = "Rex", ["barks"] = true };

    [Fact, Rule(121), Rule(126)]
    public async Task S126_Arrays_arrive_as_tuples_and_come_back()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle<(int Number, string Text), Tuple<string, int>, (string, int, string, int)>(
            channel, (e, pair, other) => (pair.Text, pair.Number, other.Item1, other.Item2));
        (await page.InvokeAsync(channel, new IpcArray { 1, "a" }, new IpcArray { "b", 2 })).ShouldBe(new IpcArray { "a", 1, "b", 2 });

        var (longs, keys) = (Channel("longs"), Channel("keys"));
        IpcMain.Handle<(int, int, int, int, int, int, int, string, (bool, int?))[], object>(longs, (e, tuples) => tuples);
        var longArray = new IpcArray { 1, 2, 3, 4, 5, 6, 7, "eight", new IpcArray { true, IpcValue.Null } };
        (await page.InvokeAsync(longs, new IpcArray { longArray })).ShouldBe(new IpcArray { longArray });

        IpcMain.Handle<Dictionary<(int, int), string>, string>(keys, (e, map) => map[(1, 2)] + map[(3, 4)]);
        (await page.InvokeAsync(keys, new IpcMap { [new IpcArray { 1, 2 }] = "a", [new IpcArray { 3, 4 }] = "b" })).ShouldBe("ab");
    }

    [Fact, Rule(121), Rule(126)]
    public async Task S126_An_array_of_another_length_than_the_tuple_is_refused_by_name()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle<(int, int), int>(channel, (e, pair) => pair.Item1 + pair.Item2);
        (await page.InvokeAsync(channel, new IpcArray { 1, 2 })).ShouldBe(3);
        var text = $"Error invoking remote method '{channel}': TypeError: argument 1 ('pair')";
        (await page.InvokeAsync(channel, new IpcArray { 1 })).ShouldFail($"{text}: expected an array of 2 elements, got an array of 1 element.");
        (await page.InvokeAsync(channel, new IpcArray { 1, 2, 3 })).ShouldFail(
            $"{text}: expected an array of 2 elements, got an array of 3 elements.");
        (await page.InvokeAsync(channel, new IpcObject())).ShouldFail($"{text}: expected an array of 2 elements, got an object.");
        (await page.InvokeAsync(channel, new IpcArray { Length = 2 })).ShouldFail(
            $"{text} at $[0]: expected a whole number from -2147483648 to 2147483647, got undefined.");
    }

    [Fact, Rule(121), Rule(126)]
    public async Task S126_A_union_crosses_as_its_active_case_and_its_default_as_null()
    {
        var page = await OpenPageAsync();
        (await page.InvokeAsync("pets:get", true)).ShouldBe(Tom);
        (await page.InvokeAsync("pets:get", false)).ShouldBe(Rex);
        (await page.InvokeAsync("pets:none")).ShouldBe(IpcValue.Null);
        (await page.InvokeAsync("pets:describe", Tom)).ShouldBe("Cat { Name = Tom, Lives = 9 }");
        (await page.InvokeAsync("pets:describe", Rex)).ShouldBe("Dog { Name = Rex, Barks = True }");
        (await page.InvokeAsync("pets:describe", IpcValue.Null)).ShouldBe("none");
        (await page.InvokeAsync("pets:echo", new IpcArray { Tom, Rex, IpcValue.Null })).ShouldBe(new IpcArray { Tom, Rex, IpcValue.Null });
        (await page.InvokeAsync("answers:echo", 5)).ShouldBe(5);
        (await page.InvokeAsync("answers:echo", "text")).ShouldBe("text");
        (await page.InvokeAsync("answers:echo", new IpcArray { 1, 2 })).ShouldBe(new IpcArray { 1, 2 });
    }

    [Fact, Rule(121), Rule(126)]
    public async Task S126_A_value_of_no_case_of_a_union_is_refused_by_name()
    {
        var page = await OpenPageAsync();
        const string text = "Error invoking remote method 'pets:describe': TypeError: argument 1 ('pet'): "
            + "expected an object with 'name' and 'lives' or an object with 'name' and 'barks', got ";
        (await page.InvokeAsync("pets:describe", 5)).ShouldFail($"{text}number 5.");
        (await page.InvokeAsync("pets:describe", new IpcObject { ["name"] = "Tom" })).ShouldFail(
            $"{text}an object that lacks one of these members.");
        (await page.InvokeAsync("pets:describe", new IpcObject { ["name"] = "Tom", ["lives"] = 9, ["barks"] = true })).ShouldFail(
            $"{text}an object with the members of several.");
    }
}
