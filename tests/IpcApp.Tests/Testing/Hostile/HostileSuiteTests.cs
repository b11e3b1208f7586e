using IpcApp.TestHandlers.Shapes;
using IpcApp.Testing;

namespace IpcApp.Tests.Testing.Hostile;

/// <summary>The suite over the handlers of a whole app, those of every shape among them.</summary>
[Trait("Speed", "slow")]
public sealed class HostileSuiteTests
{
    [Fact]
    public async Task One_line_runs_the_suite_for_all_channels_and_no_handler_is_made()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        await app.AssertHostileInputIsRefusedAsync();
        Assert.Equal(0, ShapesHandler.Made);
    }

    [Fact]
    public async Task Each_handler_binds_what_is_plausible_and_refuses_much()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var cases = new IpcHostileSuite(app, seed: 26)
            .Use(faker => new Percentage(faker.Random.Int(0, 100)))
            .Use(faker => new EvenNumbers { 2 * faker.Random.Int(0, 100) })
            .Cases.Where(hostile => hostile.Channel.StartsWith("shapes:", StringComparison.Ordinal)).ToList();
        Assert.Equal(19, cases.Count);
        foreach (var hostile in cases)
        {
            var result = await hostile.RunAsync();
            Assert.Empty(result.Findings);
            Assert.True(result.FitsAsMade, $"{hostile}: the plausible arguments do not fit");
            Assert.True(result.Bound > 1 && result.Refused > 50, $"{hostile}: {result.Bound} bound, {result.Refused} refused");
            Assert.Equal(result.Messages, result.Bound + result.Refused);
        }

        Assert.Equal(0, ShapesHandler.Made);
    }

    /// <summary>What the suite found here first: these were refused with a text about cloning, or with none that named the argument.</summary>
    [Fact]
    public async Task What_is_no_member_of_an_enum_or_no_element_of_a_choosy_collection_is_refused_by_name()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var page = app.Window("main").MainFrame;
        var error = await Assert.ThrowsAsync<IpcRendererException>(
            () => page.InvokeAsync("shapes:note", new Note("Milk", null, []), new IpcRegExp("rich"), true));
        Assert.EndsWith(
            "TypeError: argument 2 ('kind'): expected one of 'plain', 'rich', 'veryRich', got a RegExp.", error.Message, StringComparison.Ordinal);
        error = await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync("shapes:even", new[] { 2, 3 }, Array.Empty<Guid>()));
        Assert.EndsWith("TypeError: argument 1 ('numbers'): 3 is odd.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_seed_tries_the_same_messages_whatever_other_channels_there_are()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var registration = app.GetChannels().Single(channel => channel.Channel == "shapes:note");
        string[] first = [.. new IpcFaker(5).HostileArguments(registration).Select(arguments => arguments.ToString())];
        string[] again = [.. new IpcFaker(5).HostileArguments(registration).Select(arguments => arguments.ToString())];
        string[] other = [.. new IpcFaker(6).HostileArguments(registration).Select(arguments => arguments.ToString())];
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public async Task A_channel_that_is_not_there_is_said_so_with_those_that_are()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var error = await Assert.ThrowsAsync<ArgumentException>(() => app.AssertHostileInputIsRefusedAsync(channel: "nots"));
        Assert.StartsWith("Nothing is registered on 'nots'. There is: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("shapes:note", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channels_of_windows_and_frames_are_listed_after_the_global_ones()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var contents = Assert.Single(app.GetContents());
        contents.Ipc.Handle("of:window", (IpcMainInvokeEvent e, int number) => number);
        contents.MainFrame.Ipc.On("of:frame", (IpcMainEvent e, string text) => { });
        Assert.Equal(["of:window", "of:frame"], app.GetChannels().Select(channel => channel.Channel).TakeLast(2));
        await app.AssertHostileInputIsRefusedAsync(channel: "of:window");
    }
}
