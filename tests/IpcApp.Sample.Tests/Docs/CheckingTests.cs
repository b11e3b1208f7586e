using IpcApp.Testing;

namespace SampleApp._1.Tests.Docs;

/// <summary>The code of docs/guide/testing.md: security, order, what is left, recordings.</summary>
public sealed class CheckingTests
{
    [Fact]
    public async Task Hostile_input()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();

        await app.AssertHostileInputIsRefusedAsync();

        await app.AssertQuietAsync();
        await app.AssertNoLeaksAsync();
    }

    [Fact]
    public void Made_up_values()
    {
        var faker = new IpcFaker(seed: 7);
        var sender = faker.Sender();                    // an own page, an iframe, a foreign site, a file: …
        var note = faker.ValueFor<NewNote>();           // what a page could send as a NewNote
        var anything = faker.Value();

        var again = new IpcFaker(seed: 7);
        Assert.Equal(sender, again.Sender());
        Assert.True(IpcValue.DeepEquals(note, again.ValueFor<NewNote>()));
        Assert.True(IpcValue.DeepEquals(anything, again.Value()));
    }

    [Fact]
    public async Task Every_order()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            await using var app = await IpcTestApp.StartAsync<Program>(new IpcTestAppOptions { Seed = seed });
            var (first, second) = (app.OpenWindow().MainFrame, app.OpenWindow().MainFrame);

            var added = first.InvokeAsync<Note>("notes:add", new NewNote("Milk"));
            var also = second.InvokeAsync<Note>("notes:add", new NewNote("Bread"));
            app.Drain();

            Assert.NotEqual((await added).Id, (await also).Id);
        }
    }
}
