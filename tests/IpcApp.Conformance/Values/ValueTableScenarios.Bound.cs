using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Values;

/// <content>What handlers get that declare C# types.</content>
public abstract partial class ValueTableScenarios
{
    [Theory, Rule(121), Rule(126)]
    [InlineData(PageRoute.IpcRenderer)]
    [InlineData(PageRoute.WindowIpc)]
    public async Task S126_Values_bind_to_csharp_types_or_are_refused_by_name(PageRoute route)
    {
        var page = await OpenPageAsync(new PageOptions { Route = route });
        var rows = ValueTable.Bound.Select(row => (row, Channel: Channel())).ToList();
        rows.ForEach(each => each.row.Handle(IpcMain, each.Channel));
        await SettleAsync(page);
        var wrong = new List<string>();
        foreach (var (row, channel) in rows)
        {
            var end = _hasScripts ? await InvokeScriptAsync(page, channel, row) : await InvokeValueAsync(page, channel, row);
            var refusal = $"Error invoking remote method '{channel}': TypeError: argument 1 ('argument')";
            var isRight = row.Refusal is null ? end.Error is null && IpcValue.DeepEquals(row.Back, end.Value)
                : end.Error?.StartsWith(refusal, StringComparison.Ordinal) == true && end.Error.EndsWith(row.Refusal, StringComparison.Ordinal);
            if (!isRight)
            {
                wrong.Add($"{row.Name}: {end}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact, Rule(121), Rule(126)]
    public async Task S126_Null_and_undefined_are_null_for_a_handler_that_asks_for_an_object()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        List<object?> seen = [];
        IpcMain.Handle(channel, (IpcMainInvokeEvent e, object? value, object?[] values) => seen.AddRange([value, .. values]));
        foreach (var nothing in (IpcValue[])[IpcValue.Null, IpcValue.Undefined])
        {
            (await page.InvokeAsync(channel, nothing, new IpcArray { nothing })).ShouldBe(IpcValue.Undefined);
        }

        Assert.Equal([null, null, null, null], seen);
    }

    private static Task<PageEnd> InvokeScriptAsync(Frame page, string channel, BoundRow row)
        => EvaluateAsync(page, $"return await ipc.invoke({Quote(channel)}, {row.Expression});");

    private static async Task<PageEnd> InvokeValueAsync(Frame page, string channel, BoundRow row)
    {
        var outcome = await page.InvokeAsync(channel, row.Value);
        return new PageEnd(outcome.Error?.Message, outcome.Value ?? IpcValue.Undefined);
    }
}
