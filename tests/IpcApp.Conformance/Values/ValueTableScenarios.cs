using System.Text.Json;
using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Values;

/// <summary>
/// The whole table, row by row: each value is made in the page, goes to C# and comes back, over plain <c>ipcRenderer</c> and over
/// <c>window.ipc</c>. A scenario tells of every row that is wrong, not of the first.
/// </summary>
public abstract partial class ValueTableScenarios : ScenarioClass
{
    private static readonly string[] Calls =
        ["invoke(ch, value)", "invoke(ch, 1, { deep: [value] })", "send(ch, value)", "sendSync(ch, value)", "postMessage(ch, value)"];

    private readonly bool _bridgesByScript;
    private readonly bool _hasScripts;

    protected ValueTableScenarios(AppFixture app)
        : base(app) => (_bridgesByScript, _hasScripts) = (app.Driver == "chromium", app.Driver != "fake");

    [Fact, Rule(120), Rule(121), Rule(122), Rule(123), Rule(124)]
    public Task S121_Every_value_of_the_table_arrives_and_comes_back()
        => EchoTableAsync(PageRoute.IpcRenderer, row => BridgedValue.Same, row => row.Check);

    [Fact, Rule(155)]
    public Task S155_Every_value_of_the_table_arrives_over_the_bridge_and_comes_back()
        => EchoTableAsync(PageRoute.WindowIpc, row => row.Bridged, row => null);

    [Fact, Rule(117), Rule(118), Rule(119), Rule(121)]
    public Task S117_What_can_not_be_cloned_throws_in_the_page_and_nothing_arrives()
        => RefuseTableAsync(PageRoute.IpcRenderer, row => true);

    [Fact, Rule(155)]
    public Task S155_What_can_not_be_cloned_throws_over_the_bridge_too()
        => RefuseTableAsync(PageRoute.WindowIpc, row => row.Bridged.Error is not null && !(row.IsHiddenFromScripts && _bridgesByScript));

    [Fact, Rule(155)]
    public async Task S155_What_the_bridge_copies_instead_arrives()
    {
        var (page, channel) = (await OpenPageAsync(new PageOptions { Route = PageRoute.WindowIpc }), Channel());
        IpcValue? arrived = null;
        IpcMain.Handle(channel, (e, args) => new ValueTask<object?>(arrived = args[0]));
        foreach (var row in ValueTable.Refused.Where(row => row.Bridged.Value is not null))
        {
            arrived = null;
            var end = await EvaluateAsync(page, $"return await ipc.invoke({Quote(channel)}, {row.Expression});");
            Assert.True(arrived is not null && IpcValue.DeepEquals(row.Bridged.Value!, Stacks.Without(arrived)), $"{row.Name}: C# saw {arrived}; {end}");
        }
    }

    [Theory, Rule(121), Rule(126)]
    [InlineData(PageRoute.IpcRenderer)]
    [InlineData(PageRoute.WindowIpc)]
    public async Task S126_Values_of_csharp_types_arrive_in_the_page(PageRoute route)
    {
        var (page, channel) = (await OpenPageAsync(new PageOptions { Route = route }), Channel());
        await page.ListenAsync(channel);
        foreach (var row in ValueTable.Sent)
        {
            page.WebContents.Send(channel, row.Value);
            var (message, expected) = (await page.NextAsync(channel), new IpcArray { row.InPage });
            Assert.True(IpcValue.DeepEquals(expected, new IpcArray(message.Arguments)), $"{row.Name}: {new IpcArray(message.Arguments)}");
        }
    }

    private async Task EchoTableAsync(PageRoute route, Func<ValueRow, BridgedValue> becomes, Func<ValueRow, string?> check)
    {
        var (page, channel) = (await OpenPageAsync(new PageOptions { Route = route }), Channel());
        IpcValue? arrived = null;
        IpcMain.Handle(channel, (e, args) => new ValueTask<object?>(arrived = args[0]));
        var wrong = new List<string>();
        foreach (var row in ValueTable.Rows.Where(row => becomes(row).Unknown is null))
        {
            arrived = null;
            var end = _hasScripts ? await EchoScriptAsync(page, channel, row, check(row)) : await EchoValueAsync(page, channel, row);
            if (Problem(becomes(row), row.Arrives, arrived, end) is { } problem)
            {
                wrong.Add($"{row.Name}: {problem}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private async Task RefuseTableAsync(PageRoute route, Func<RefusedRow, bool> isRefused)
    {
        var (page, channel) = (await OpenPageAsync(new PageOptions { Route = route }), Channel());
        IpcMain.Handle(channel, e => Note("invoked"));
        IpcMain.On(channel, e => Note("sent"));
        var wrong = new List<string>();
        foreach (var row in ValueTable.Refused.Where(row => _hasScripts && isRefused(row)))
        {
            foreach (var call in Calls)
            {
                var end = await EvaluateAsync(page, $"const [ch, value] = [{Quote(channel)}, {row.Expression}]; return await ipc.{call};");
                if (end.Error != RefusedRow.Text)
                {
                    wrong.Add($"{row.Name}, {call}: {end}");
                }
            }
        }

        if (!_hasScripts)
        {
            (await page.InvokeAsync(channel, 1, Uncloneable.Function)).ShouldFail(RefusedRow.Text);
        }

        await SettleAsync(page);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(Notes);
    }

    private static Task<PageEnd> EchoScriptAsync(Frame page, string channel, ValueRow row, string? check) => EvaluateAsync(page, $$"""
        const sent = {{row.Expression}};
        const back = await ipc.invoke({{Quote(channel)}}, sent);
        return [back, ({{check ?? "() => true"}})(back, sent)];
        """);

    /// <summary>A renderer without scripts sends the value as C# has it.</summary>
    private static async Task<PageEnd> EchoValueAsync(Frame page, string channel, ValueRow row)
    {
        var outcome = await page.InvokeAsync(channel, row.Arrives);
        return new PageEnd(outcome.Error?.Message, outcome.Value is { } back ? new IpcArray { back, true } : IpcValue.Undefined);
    }

    private static string? Problem(BridgedValue becomes, IpcValue arrives, IpcValue? arrived, PageEnd end)
    {
        if (becomes.Error is not null || end.Error is not null)
        {
            return end.Error == becomes.Error ? null : $"{end}";
        }

        var expected = becomes.Value ?? arrives;
        if (arrived is null || !IpcValue.DeepEquals(expected, Stacks.Without(arrived)))
        {
            return $"C# saw {arrived}, not {expected}";
        }

        var (back, isChecked) = (end.Value[0], end.Value[1]);
        return !IpcValue.DeepEquals(expected, Stacks.Without(back)) ? $"{back} came back, not {expected}"
            : !isChecked.AsBoolean() ? "its check failed" : null;
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text);

    /// <summary>Runs statements in the page's own world or the preload's, with <c>ipc</c> in scope.</summary>
    private static async Task<PageEnd> EvaluateAsync(Frame page, string statements)
    {
        var end = await page.EvaluateAsync($$"""
            (async (ipc) => { {{statements}} })(globalThis.ipcRenderer ?? globalThis.ipc)
              .then((value) => ({ value }), (error) => ({ error: error.message }))
            """);
        return new PageEnd(end["error"].Kind == IpcValueKind.String ? end["error"].AsString() : null, end["value"]);
    }

    /// <summary>How statements in a page ended.</summary>
    private sealed record PageEnd(string? Error, IpcValue Value)
    {
        public override string ToString() => Error is null ? $"it returned {Value}" : $"it threw '{Error}'";
    }
}
