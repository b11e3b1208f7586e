using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Testing.Tests;

/// <summary>Ports and events of a stepped app.</summary>
public sealed class StepPortTests
{
    [Fact]
    public async Task Each_port_keeps_its_order_and_there_is_none_between_them()
    {
        var orders = await SteppedApp.WithSeedsAsync(async app =>
        {
            var order = new List<string>();
            app.Ipc.On("listen", (e, arguments) =>
            {
                var name = arguments.Get<string>(0);
                e.Ports[0].Message += (_, message) => order.Add(name + message.GetData<string>()!);
                e.Ports[0].Start();
            });
            foreach (var (name, page) in ((string, FakeFrame)[])[("a", app.One), ("b", app.One), ("c", app.Other)])
            {
                var channel = new FakeMessageChannel(page);
                page.PostMessage("listen", name, channel.Port2);
                channel.Port1.PostMessage("1");
                channel.Port1.PostMessage("2");
            }

            await app.App.WhenIdleAsync();
            foreach (var name in (string[])["a", "b", "c"])
            {
                Assert.Equal([name + "1", name + "2"], order.Where(text => text.StartsWith(name, StringComparison.Ordinal)));
            }

            return string.Join(' ', order);
        });
        Assert.True(orders.Distinct().Count() > 5);
    }

    [Fact]
    public async Task Ports_that_a_handler_makes_wait_for_the_steps_of_its_own_app()
    {
        await using var app = await SteppedApp.StartAsync(1);
        await using var other = await SteppedApp.StartAsync(1); // would take them over, as the last that started does
        var heard = new List<string>();
        app.Ipc.On("open", (e, _) =>
        {
            var channel = new MessageChannelMain();
            channel.Port1.Message += (_, message) => heard.Add(message.GetData<string>()!);
            channel.Port1.Start();
            channel.Port1.PostMessage("to the page");
            e.SenderFrame!.PostMessage("opened", null, channel.Port2);
        });
        app.One.Send("open");
        app.App.Drain();
        var port = app.One.Received("opened").Single().Ports.Single();
        port.Start();
        Assert.Empty(port.Received);
        app.App.Drain();
        Assert.Equal("to the page", port.Received.Single()[0].ToString().Trim('\''));
        port.PostMessage("to main");
        Assert.Empty(heard);
        Assert.Equal(0, other.App.Drain());
        app.App.Drain();
        Assert.Equal(["to main"], heard);
        await app.App.AssertQuietAsync();
    }

    [Fact]
    public async Task What_a_person_does_is_handled_in_a_step_and_counts_as_pending()
    {
        await using var app = await SteppedApp.StartAsync(1);
        var clicks = new List<string>();
        app.Ipc.Handle("set-menu", _ => app.App.Services.GetRequiredService<IMenu>().SetApplicationMenuAsync(
            [new MenuItem("First", _ => clicks.Add("first")), new MenuItem("Second", _ => clicks.Add("second"))]));
        var set = app.One.InvokeAsync("set-menu");
        app.App.Drain();
        await set;
        app.App.Menu.Find("First").Click();
        app.App.Menu.Find("Second").Click();
        Assert.Empty(clicks);
        var error = await Assert.ThrowsAsync<IpcTestException>(() => app.App.AssertQuietAsync());
        Assert.Contains("2 other things are still handled", error.Message, StringComparison.Ordinal);
        app.App.Drain();
        Assert.Equal(["first", "second"], clicks);
    }
}
