using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Listeners of one emitter: section 2.A.</summary>
public abstract partial class RegistryScenarios(AppFixture app) : ScenarioClass(app)
{
    [Fact, Rule(1), Rule(2)]
    public async Task S1_Listeners_run_in_the_order_of_registration_and_as_often_as_registered()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMainListener a = (e, args) => Note("a");
        IpcMain.On(channel, a);
        IpcMain.On(channel, e => Note("b"));
        IpcMain.AddListener(channel, a);
        await SendAndSettleAsync(page, channel);
        Assert.Equal(["a", "b", "a"], Notes);
    }

    [Fact, Rule(2), Rule(3), Rule(4)]
    public async Task S2_Off_removes_the_newest_registration_also_one_of_once_and_ignores_unknown_ones()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMainListener a = (e, args) => Note("a");
        IpcMain.On(channel, a);
        IpcMain.On(channel, e => Note("b"));
        IpcMain.Once(channel, a);
        IpcMain.Off(channel, a);
        await SendAndSettleAsync(page, channel);
        IpcMain.RemoveListener(channel, a);
        IpcMain.Off(channel, a);
        IpcMain.Off(Channel("unknown"), a);
        await SendAndSettleAsync(page, channel);
        Assert.Equal(["a", "b", "b"], Notes);
    }

    [Fact, Rule(7)]
    public async Task S7_A_delivery_calls_the_listeners_that_were_there_when_it_began()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IDisposable? second = null;
        IpcMain.On(channel, e =>
        {
            Note("first");
            second!.Dispose();
            IpcMain.On(channel, e => Note("added"));
        });
        second = IpcMain.On(channel, e => Note("second"));
        await SendAndSettleAsync(page, channel);
        Assert.Equal(["first", "second"], Notes);
    }

    [Fact, Rule(9)]
    public async Task S9_A_once_listener_runs_once_even_if_it_throws()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Once(channel, (e, args) =>
        {
            Note("once");
            throw new InvalidOperationException("thrown by the scenario");
        });
        await page.RunAsync(PageStep.Send(channel), PageStep.Send(channel));
        await SettleAsync(page);
        Assert.Equal(["once"], Notes);
    }

    [Theory, Rule(13)]
    [InlineData("")]
    [InlineData("constructor")]
    [InlineData("__proto__")]
    [InlineData("case")]
    public async Task S13_Any_text_is_a_channel_compared_exactly(string channel)
    {
        var page = await OpenPageAsync();
        using var listener = IpcMain.On(channel, e => Note($"'{e.Channel}'"));
        await page.SendAsync(channel + " ");
        await page.SendAsync(channel.ToUpperInvariant() + "-");
        await SendAndSettleAsync(page, channel);
        Assert.Equal([$"'{channel}'"], Notes);
    }

    [Fact, Rule(16)]
    public async Task S16_RemoveAllListeners_leaves_other_channels_and_handlers_alone()
    {
        var (page, channel, other) = (await OpenPageAsync(), Channel(), Channel("other"));
        IpcMain.On(channel, e => Note("removed"));
        IpcMain.On(other, e => Note("other"));
        IpcMain.Handle(channel, e => "handled");
        IpcMain.RemoveAllListeners(channel);
        await page.SendAsync(channel);
        await SendAndSettleAsync(page, other);
        Assert.Equal(["other"], Notes);
        (await page.InvokeAsync(channel)).ShouldBe("handled");
    }
}
