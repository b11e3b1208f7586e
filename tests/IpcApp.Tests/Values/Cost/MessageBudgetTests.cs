using System.Text.Json;
using System.Text.Json.Nodes;
using IpcApp.Internal.Codec;
using IpcApp.TestApp.Handlers;
using IpcApp.Testing;
using IpcApp.Tests.Bridge;
using IpcApp.Tests.Dispatch;
using IpcApp.Tests.Testing.Hostile;

namespace IpcApp.Tests.Values.Cost;

/// <summary>A small message cannot become much, and what real pages send is accepted.</summary>
[Collection(AllocationTests.Name)]
public sealed class MessageBudgetTests : AppTest
{
    private const string TooManyValues = "would become more values than IpcApp:Limits:MaxValuesPerByte allows for its ";

    [Theory]
    [InlineData("cost:rows")]
    [InlineData("cost:json")]
    public async Task Holes_of_many_arrays_count_together(string channel)
    {
        var rows = new IpcArray(Enumerable.Range(0, 300).Select(_ => new IpcArray { Length = 99_999 }));
        var (allocated, error) = await CostAsync(channel, rows);
        Assert.InRange(allocated, 0, 10_000_000); // without a limit 869 MB and 1,886 MB
        Assert.Contains("TypeError: argument 1 ('", error, StringComparison.Ordinal);
        Assert.Contains($" at $[1]: the array has 99999 holes, and so the message {TooManyValues}", error, StringComparison.Ordinal);
        Assert.Equal(3, await Page.InvokeAsync<int>("echo:sum", 1, 2));
    }

    [Fact]
    public async Task One_text_that_is_referred_to_many_times_is_no_gigabyte_of_json()
    {
        var big = new IpcObject { ["s"] = new string('x', 100_000) };
        var (allocated, error) = await CostAsync("cost:json", new IpcArray(Enumerable.Repeat<IpcValue>(big, 5000)));
        Assert.InRange(allocated, 0, 60_000_000); // without a limit 1.7 GB
        Assert.Contains("IpcApp:Limits:MaxOutputPerByte", error, StringComparison.Ordinal);
        Assert.Contains("send each object once, not several references to it", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_nodes_and_types_with_converters_are_limited_as_well()
    {
        App.IpcMain().Handle<JsonNode, int>("node", (e, node) => 1);
        var rows = new IpcArray(Enumerable.Range(0, 300).Select(_ => new IpcArray { Length = 99_999 }));
        var (allocated, error) = await CostAsync("node", rows);
        Assert.InRange(allocated, 0, 10_000_000);
        Assert.Contains(TooManyValues, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cost:decimals")]
    [InlineData("cost:entries")]
    [InlineData("cost:json")]
    [InlineData("cost:any")]
    public async Task An_array_of_50_000_holes_is_accepted(string channel)
        => await Page.InvokeAsync<int>(channel, new IpcArray { Length = 50_000 });

    [Fact]
    public async Task Twenty_records_by_their_ids_are_accepted()
    {
        var entries = new IpcArray();
        for (var i = 1; i <= 20; i++)
        {
            entries[(i * 1901) - 3] = new IpcObject { ["title"] = $"entry {i}", ["number"] = i };
        }

        Assert.Equal(38_018, await Page.InvokeAsync<int>("cost:entries", entries));
        await Page.InvokeAsync<int>("cost:json", entries);
    }

    [Fact]
    public async Task An_undo_stack_of_snapshots_that_share_their_items_is_accepted()
    {
        var items = Enumerable.Range(0, 1000)
            .Select(i => (IpcValue)new IpcObject { ["title"] = $"item {i}", ["number"] = i, ["done"] = i % 2 == 0 }).ToList();
        var snapshots = new IpcArray(Enumerable.Range(0, 100).Select(_ => new IpcArray(items)));
        App.IpcMain().Handle<List<List<Entry>>, bool>("undo", (e, stack) => ReferenceEquals(stack[0][7], stack[99][7]));
        Assert.True(await Page.InvokeAsync<bool>("undo", snapshots));
        await Page.InvokeAsync<int>("cost:json", snapshots);
        await Page.InvokeAsync<int>("cost:any", snapshots);
    }

    [Fact]
    public async Task All_arguments_of_a_message_share_one_limit()
    {
        App.IpcMain().Handle<string?[], string?[], int>("two", (e, one, other) => one.Length + other.Length);
        Assert.Equal(40_001, await Page.InvokeAsync<int>("two", new IpcArray { Length = 40_000 }, new IpcArray { Length = 1 }));
        var error = await RefusedAsync("two", new IpcArray { Length = 40_000 }, new IpcArray { Length = 40_000 });
        Assert.Contains("argument 2 ('other'): the array has 40000 holes", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_listener_may_bind_a_message_and_the_apps_own_code_more_than_once()
    {
        var heard = 0;
        for (var i = 0; i < 3; i++)
        {
            App.IpcMain().On<string?[]>("heard", (e, places) => heard += places.Length);
        }

        App.IpcMain().On("heard", (e, arguments) => heard += arguments.Get<string?[]>(0)!.Length + arguments.Get<string?[]>(0)!.Length);
        Page.Send("heard", new IpcArray { Length = 50_000 });
        await App.WhenIdleAsync();
        Assert.Equal(5 * 50_000, heard);
    }

    [Fact]
    public async Task An_object_that_is_bound_again_counts_with_its_content_again()
    {
        App.IpcMain().Handle("each", (e, arguments) =>
            ValueTask.FromResult<object?>(Enumerable.Range(0, arguments.Count).Sum(i => arguments.Get<string?[]>(i)!.Length)));
        var shared = new IpcArray(Enumerable.Repeat(IpcValue.Null, 1000));
        Assert.Equal(50_000, await Page.InvokeAsync<int>("each", arguments: [.. Enumerable.Repeat<object>(shared, 50)]));
        var error = await RefusedAsync("each", arguments: [.. Enumerable.Repeat<object>(shared, 500)]);
        Assert.Contains(TooManyValues, error, StringComparison.Ordinal);
        Assert.Contains("send each object once", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_of_ports_are_limited_too()
    {
        var refused = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        App.IpcMain().On("port", e =>
        {
            e.Ports[0].Message += (_, message) =>
            {
                try
                {
                    message.GetData<string?[][]>();
                }
                catch (IpcBindingException error)
                {
                    refused.SetResult(error.Message);
                }
            };
            e.Ports[0].Start();
        });
        var channel = new FakeMessageChannel(Page);
        Page.PostMessage("port", null, channel.Port2);
        channel.Port1.PostMessage(new IpcArray(Enumerable.Range(0, 300).Select(_ => new IpcArray { Length = 99_999 })));
        Assert.StartsWith(
            "the message of the port at $[1]: the array has 99999 holes, and so the message " + TooManyValues,
            await refused.Task.OrFail(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_settings_raise_the_limits()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(
            new() { Args = ["--IpcApp:Limits:MaxValuesPerByte=1024", "--IpcApp:Limits:MaxOutputPerByte=4096"] });
        var rows = new IpcArray(Enumerable.Range(0, 10).Select(_ => new IpcArray { Length = 10_000 }));
        await RefusedAsync("cost:rows", rows);
        Assert.Equal(10, await app.Window("main").MainFrame.InvokeAsync<int>("cost:rows", rows));
    }

    [Fact]
    public void Untyped_values_keep_holes_without_making_places_for_them()
    {
        var payload = Codec.Write(new IpcArray(Enumerable.Range(0, 300).Select(_ => new IpcArray { Length = 99_999, [50_000] = 1 })));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var value = (IpcArray)Codec.Read(payload);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        var row = (IpcArray)value[299];
        Assert.Equal((99_999, 1), (row.Length, row.ElementCount));
        Assert.True(row.IsHole(49_999));
        Assert.Equal(1, row[50_000].AsInt32());
    }

    [Fact]
    public void Views_of_one_buffer_count_once_they_are_copied()
    {
        var payload = ViewsOfOneBuffer(size: 1_000_000, views: 1000);
        Assert.Equal(1000, ((IpcArray)((IpcArray)Codec.Read(payload))[0]).Length);
        var arguments = new IpcArguments((IpcArray)Codec.Serializer.ReadValue(payload, out var budget), Codec.Serializer, budget);
        var error = Assert.Throws<IpcBindingException>(() => arguments.GetRequired<List<byte[]>>(0, "it"));
        Assert.Contains(TooManyValues, error.Message, StringComparison.Ordinal);
    }

    private static byte[] ViewsOfOneBuffer(int size, int views)
    {
        using var stream = new WorstInputs.Stream();
        stream.Byte(V8Tag.BeginDenseArray);
        stream.Number(1);
        stream.Byte(V8Tag.BeginDenseArray);
        stream.Number((uint)views);
        for (var i = 0; i < views; i++)
        {
            if (i == 0)
            {
                stream.Byte(V8Tag.ArrayBuffer);
                stream.Number((uint)size);
                for (var at = 0; at < size; at++)
                {
                    stream.Byte(0);
                }
            }
            else
            {
                stream.Reference(2);
            }

            stream.Byte(V8Tag.ArrayBufferView);
            stream.Byte((byte)'B');
            stream.Number(0);
            stream.Number((uint)size);
            stream.Number(0);
        }

        foreach (var length in new[] { (uint)views, 1u })
        {
            stream.Byte(V8Tag.EndDenseArray);
            stream.Number(0);
            stream.Number(length);
        }

        return stream.ToPayload();
    }

    private async Task<string> RefusedAsync(string channel, params object?[] arguments)
        => (await Assert.ThrowsAsync<IpcRendererException>(() => Page.InvokeAsync(channel, arguments: arguments))).Message;

    private async Task<(long Allocated, string Error)> CostAsync(string channel, IpcValue argument)
    {
        await RefusedAsync(channel, argument); // what is made once is no message's
        var before = GC.GetTotalAllocatedBytes(true);
        var error = await RefusedAsync(channel, argument);
        return (GC.GetTotalAllocatedBytes(true) - before, error);
    }
}
