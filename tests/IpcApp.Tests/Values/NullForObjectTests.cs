using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Values;

/// <summary>Where code asks for an object, null and undefined are null; the untyped view of them is for code that asks for a value.</summary>
public sealed class NullForObjectTests
{
    public static TheoryData<IpcValue> Nothing => [IpcValue.Null, IpcValue.Undefined];

    [Theory]
    [MemberData(nameof(Nothing))]
    public async Task Null_is_null_for_code_that_asks_for_an_object(IpcValue nothing)
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var (page, main) = (app.OpenWindow().MainFrame, app.Services.GetRequiredService<IIpcMain>());
        object?[] seen = [];
        main.Handle("mine:parameter", (IpcMainInvokeEvent e, object? value, Holder holder) =>
        {
            seen = [value, holder.Member, holder.Elements[0], holder.Entries["a"]];
        });
        main.Handle("mine:arguments", (e, arguments) =>
        {
            seen = [arguments.Get<object>(0), arguments.Get<object>(7)];
            return default;
        });
        main.Handle("mine:answer", (e, arguments) => new ValueTask<object?>(arguments[0]));
        main.Handle("mine:value", (IpcMainInvokeEvent e, IpcValue value, IpcValue? maybe) => seen = [value, maybe]);

        var holder = new IpcObject
        {
            ["member"] = nothing,
            ["elements"] = new IpcArray { nothing },
            ["entries"] = new IpcObject { ["a"] = nothing },
        };
        await page.InvokeAsync("mine:parameter", nothing, holder);
        Assert.Equal([null, null, null, null], seen);
        await page.InvokeAsync("mine:arguments", nothing);
        Assert.Equal([null, null], seen);
        Assert.Null(await page.InvokeAsync<object?>("mine:answer", nothing));
        await page.InvokeAsync("mine:value", nothing, nothing);
        Assert.Equal([nothing, nothing], seen);
    }

    [Theory]
    [MemberData(nameof(Nothing))]
    public async Task Null_is_null_in_messages_of_ports_and_of_the_app(IpcValue nothing)
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var window = app.OpenWindow();
        var page = window.MainFrame;
        var channel = new FakeMessageChannel(page);
        var received = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Services.GetRequiredService<IIpcMain>().On("mine:port", e =>
        {
            e.Ports[0].Message += (_, message) => received.TrySetResult(message.GetData<object>());
            e.Ports[0].Start();
            e.Reply("mine:message", nothing);
        });
        page.PostMessage("mine:port", 1, channel.Port2);
        channel.Port1.PostMessage(nothing);
        Assert.Null(await received.Task);
        Assert.Null(await page.NextAsync<object?>("mine:message"));
    }

    [Fact]
    public async Task A_collection_of_values_is_one_of_csharp_whether_it_may_be_null_or_not()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var page = app.OpenWindow().MainFrame;
        List<Type> seen = [];
        app.Services.GetRequiredService<IIpcMain>().Handle(
            "mine:collection",
            (IpcMainInvokeEvent e, IEnumerable<IpcValue> one, IEnumerable<IpcValue>? other) =>
            {
                seen = [one.GetType(), other!.GetType()];
            });
        await page.InvokeAsync("mine:collection", new IpcArray { 1 }, new IpcArray { 1 });
        Assert.Equal([typeof(List<IpcValue>), typeof(List<IpcValue>)], seen);
        var error = await Assert.ThrowsAsync<IpcRendererException>(
            () => page.InvokeAsync("mine:collection", new IpcArray(), new IpcSet { 1 }));
        Assert.EndsWith("argument 2 ('other'): expected an array, got a Set.", error.Message, StringComparison.Ordinal);
    }

    public sealed record Holder(object? Member, List<object?> Elements, Dictionary<string, object?> Entries);
}
