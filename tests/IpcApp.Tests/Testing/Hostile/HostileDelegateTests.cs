using System.Text.Json.Serialization;
using IpcApp.Infrastructure;
using IpcApp.Testing;

namespace IpcApp.Tests.Testing.Hostile;

/// <summary>The suite over delegates, whose types have no generated codecs.</summary>
public sealed class HostileDelegateTests
{
    public enum Colour
    {
        Red,
        DarkBlue,
    }

    [Fact]
    public async Task Delegates_are_bound_and_never_called()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var called = 0;
        app.IpcMain().Handle("mine:leaf", (IpcMainInvokeEvent e, Leaf leaf, Colour colour, int? size) => called++);
        app.IpcMain().Handle("mine:async", async (IpcMainInvokeEvent e, Branch branch) =>
        {
            called++;
            await Task.Yield();
            return branch;
        });
        app.IpcMain().On("mine:listen", (IpcMainEvent e, List<Branch> branches, Dictionary<Colour, Leaf?> leaves) => called++);
        foreach (var channel in (string[])["mine:leaf", "mine:async", "mine:listen"])
        {
            await app.AssertHostileInputIsRefusedAsync(3, channel);
        }

        Assert.Equal(0, called);
    }

    [Fact]
    public async Task What_is_registered_by_hand_is_bound_by_its_description_and_not_run()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var hasRun = false;
        app.IpcMain().Register(new IpcRegistration
        {
            Channel = "mine:by-hand",
            Kind = IpcRegistrationKind.Handle,
            DisplayName = "by hand",
            Parameters = [new("leaf", typeof(Leaf), true), IpcParameter.Of<int>("count", true)],
            Invoker = call =>
            {
                hasRun = true;
                return default;
            },
        });
        var result = await Assert.Single(app.MyCases()).RunAsync();
        Assert.True(result.FitsAsMade);
        Assert.Empty(result.Findings);
        Assert.True(result.Refused > 50);
        Assert.False(hasRun);
    }

    [Fact]
    public async Task A_delegate_that_takes_all_arguments_has_nothing_to_bind()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        app.IpcMain().On("mine:raw", (_, _) => throw new InvalidOperationException("must not run"));
        var result = await Assert.Single(app.MyCases()).RunAsync();
        Assert.Equal(result.Messages, result.Bound);
    }

    public sealed record Leaf(string Name, [property: JsonRequired] int? Weight, IReadOnlyDictionary<string, Colour>? Colours = null);

    public sealed class Branch
    {
        public required Leaf[] Scalars { get; init; }

        public Branch? Parent { get; set; }

        public object? Anything { get; set; }
    }
}
