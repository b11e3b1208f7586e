using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Answers and messages take different ways to a page, with no order between them.</summary>
/// <param name="app">The app.</param>
/// <param name="mixes">Whether this renderer is known to let them overtake each other.</param>
public abstract class AnswerOrderScenarios(AppFixture app, bool mixes) : ScenarioClass(app)
{
    [Fact, Rule(113)]
    public async Task S113_Answers_and_messages_may_overtake_each_other_and_none_is_lost()
    {
        const int Calls = 200;
        var (page, channel, progress) = (await OpenPageAsync(), Channel(), Channel("progress"));
        IpcMain.Handle(channel, (IpcMainInvokeEvent e, int i) =>
        {
            e.Sender.Send(progress, i);
            return i;
        });
        await SettleAsync(page);
        var seen = (IpcArray)await page.EvaluateAsync($$"""
            (async () => {
              const seen = [];
              const all = Promise.withResolvers();
              const note = (what) => { if (seen.push(what) === {{2 * Calls}}) all.resolve(); };
              ipcRenderer.on('{{progress}}', (_event, i) => note(`message ${i}`));
              for (let i = 0; i < {{Calls}}; i++) ipcRenderer.invoke('{{channel}}', i).then((answer) => note(`answer ${answer}`));
              await all.promise;
              return seen;
            })()
            """);
        var order = seen.Select(each => each.AsString()).ToList();
        Assert.Equal(Enumerable.Range(0, Calls).Select(i => $"message {i}"), order.Where(each => each.StartsWith('m'))); // S111
        Assert.Equal(Calls, order.Where(each => each.StartsWith('a')).Distinct().Count());
        var answeredFirst = Enumerable.Range(0, Calls).Count(i => order.IndexOf($"answer {i}") < order.IndexOf($"message {i}"));
        if (mixes)
        {
            Assert.InRange(answeredFirst, 1, Calls - 1);
        }
    }
}
