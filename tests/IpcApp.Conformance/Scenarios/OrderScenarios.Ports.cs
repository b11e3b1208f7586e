using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Ports beside channels: each is a pipe by itself.</summary>
public abstract partial class OrderScenarios
{
    [Fact, Rule(115)]
    public async Task S115_A_ports_messages_keep_their_order_and_hold_up_neither_channels_nor_other_ports()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var (held, flowing) = (new MessageChannelMain(), new MessageChannelMain());
        await page.ListenAsync(channel);
        held.Port2.Message += (_, e) => Note($"held {e.Data}");
        flowing.Port2.Message += (_, e) => Note($"flowing {e.Data}");
        flowing.Port2.Start();
        for (var i = 0; i < 50; i++)
        {
            held.Port1.PostMessage(i);
            flowing.Port1.PostMessage(i);
            page.WebContents.Send(channel, i);
        }

        await NotedAsync("flowing 49");
        for (var i = 0; i < 50; i++)
        {
            (await page.NextAsync(channel)).ShouldBe(i);
        }

        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"flowing {i}"), Notes);
        held.Port2.Start();
        await NotedAsync("held 49");
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"held {i}"), Notes.Skip(50));
        held.Port1.Close();
        flowing.Port1.Close();
    }
}
