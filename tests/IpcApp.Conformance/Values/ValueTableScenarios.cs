using System.Text.Json;
using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Values;

/// <summary>
/// The whole table, row by row, on a real renderer: each value is made there, goes to C# and comes back, over plain <c>ipcRenderer</c> and
/// over <c>window.ipc</c>. A scenario tells of every row that is wrong, not of the first.
/// </summary>
public abstract class ValueTableScenarios : ScenarioClass
{
    private static readonly string[] Calls =
        ["invoke(ch, value)", "invoke(ch, 1, { deep: [value] })", "send(ch, value)", "sendSync(ch, value)", "postMessage(ch, value)"];

    private readonly bool _clonesByScript;

    protected ValueTableScenarios(AppFixture app)
        : base(app) => _clonesByScript = app.Driver == "chromium";

    public static TheoryData<PageRoute> Routes => new(PageRoute.IpcRenderer, PageRoute.WindowIpc);

    [Theory, Rule(120), Rule(121), Rule(122), Rule(123), Rule(124), Rule(155)]
    [MemberData(nameof(Routes))]
    public async Task S121_Every_value_of_the_table_arrives_and_comes_back(PageRoute route)
    {
        var (page, channel) = (await OpenPageAsync(new PageOptions { Route = route }), Channel());
        IpcValue? arrived = null;
        IpcMain.Handle(channel, (e, args) => new ValueTask<object?>(arrived = args[0]));
        var wrong = new List<string>();
        foreach (var row in ValueTable.Rows)
        {
            var bridged = route == PageRoute.WindowIpc ? row.Bridged : BridgedValue.Same;
            if (bridged.Unknown is not null)
            {
                continue;
            }

            arrived = null;
            var check = route == PageRoute.IpcRenderer ? row.Check : null;
            var end = await EvaluateAsync(page, $$"""
                const sent = {{row.Expression}};
                const back = await ipc.invoke({{Quote(channel)}}, sent);
                return [back, ({{check ?? "() => true"}})(back, sent)];
                """);
            if (Problem(bridged, row.Arrives, arrived, end) is { } problem)
            {
                wrong.Add($"{row.Name}: {problem}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory, Rule(117), Rule(118), Rule(119), Rule(121), Rule(155)]
    [MemberData(nameof(Routes))]
    public async Task S117_What_can_not_be_cloned_throws_in_the_page_and_nothing_arrives(PageRoute route)
    {
        var (page, channel) = (await OpenPageAsync(new PageOptions { Route = route }), Channel());
        IpcMain.Handle(channel, (e, args) => new ValueTask<object?>(args[0]));
        IpcMain.On(channel, e => Note("arrived"));
        var wrong = new List<string>();
        foreach (var row in ValueTable.Refused.Where(IsRefused))
        {
            foreach (var call in Calls)
            {
                var end = await EvaluateAsync(page, $"const [ch, value] = [{Quote(channel)}, {row.Expression}]; return await ipc.{call};");
                if (end != new PageEnd(RefusedRow.Text))
                {
                    wrong.Add($"{row.Name}, {call}: {end}");
                }
            }
        }

        await SettleAsync(page);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(Notes);

        bool IsRefused(RefusedRow row)
            => (route == PageRoute.IpcRenderer || row.Bridged.Error is not null) && !(row.IsHiddenFromScripts && _clonesByScript);
    }

    [Fact, Rule(155)]
    public async Task S155_What_the_bridge_copies_instead_arrives()
    {
        var (page, channel) = (await OpenPageAsync(new PageOptions { Route = PageRoute.WindowIpc }), Channel());
        IpcValue? arrived = null;
        IpcMain.Handle(channel, (e, args) => new ValueTask<object?>(arrived = args[0]));
        foreach (var row in ValueTable.Refused.Where(row => row.Bridged.Value is not null))
        {
            arrived = null;
            await EvaluateAsync(page, $"return await ipc.invoke({Quote(channel)}, {row.Expression});");
            Assert.True(arrived is not null && IpcValue.DeepEquals(row.Bridged.Value!, Stacks.Without(arrived)), $"{row.Name}: {arrived}");
        }
    }

    [Theory, Rule(121)]
    [MemberData(nameof(Routes))]
    public async Task S121_Values_of_csharp_types_arrive_in_the_page(PageRoute route)
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

    private static string? Problem(BridgedValue bridged, IpcValue arrives, IpcValue? arrived, PageEnd end)
    {
        if (bridged.Error is not null || end.Error is not null)
        {
            return end == new PageEnd(bridged.Error) ? null : $"{end}";
        }

        var expected = bridged.Value ?? arrives;
        if (arrived is null || !IpcValue.DeepEquals(expected, Stacks.Without(arrived)))
        {
            return $"C# saw {arrived}, not {expected}";
        }

        var (back, isChecked) = (end.Value![0], end.Value[1]);
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
        return new PageEnd(end["error"].Kind == IpcValueKind.String ? end["error"].AsString() : null) { Value = end["value"] };
    }

    /// <summary>How statements in a page ended; compared by their error alone.</summary>
    private sealed record PageEnd(string? Error)
    {
        public IpcValue? Value { get; init; }

        public bool Equals(PageEnd? other) => Error is not null && other?.Error == Error;

        public override int GetHashCode() => Error?.GetHashCode(StringComparison.Ordinal) ?? 0;

        public override string ToString() => Error is null ? $"it returned {Value}" : $"it threw '{Error}'";
    }
}
