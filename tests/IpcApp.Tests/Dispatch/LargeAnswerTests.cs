using System.Text;
using System.Text.Json;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Wire;
using IpcApp.Tests.Bridge;
using IpcApp.Tests.Values;

namespace IpcApp.Tests.Dispatch;

/// <summary>Writing stops where the message gets larger than it may be, however large the value is.</summary>
public sealed class LargeAnswerTests(NodePeer node) : IClassFixture<NodePeer>
{
    private const int Limit = 65536;
    private const string TooLarge = "The message is larger than IpcApp:Limits:MaxMessageBytes allows.";

    private static readonly IpcSerializer Limited = new(new IpcSerializerOptions(), ValueLimits.Default with { MaxMessageBytes = Limit });
    private static readonly string Text = new('x', 20_000_000);
    private static readonly string WideText = new('\u20ac', 20_000_000);
    private static readonly byte[] Bytes = new byte[20_000_000];
    private static readonly List<int> Numbers = [.. Enumerable.Range(0, 5_000_000)];

    private static readonly HashSet<int> Set = [.. Numbers];
    private static readonly Dictionary<string, int> Entries = Numbers.Take(500_000).ToDictionary(number => $"entry {number}");
    private static readonly JsonElement Json = JsonSerializer.SerializeToElement(new { text = new string('x', 20_000_000) });

    private static readonly Dictionary<string, Func<object>> Values = new()
    {
        ["text"] = () => Text,
        ["text of two bytes a character"] = () => WideText,
        ["bytes"] = () => Bytes,
        ["memory"] = () => Bytes.AsMemory(),
        ["a list"] = () => Numbers,
        ["a set"] = () => Set,
        ["texts without end"] = () => Endless(),
        ["large pieces without end"] = () => EndlessPieces(),
        ["large pieces, so many"] = () => Numbers.Select(_ => new byte[Limit / 4]),
        ["nothing without end"] = () => EndlessNulls(),
        ["bytes, several times"] = () => Enumerable.Range(0, 1000).Select(_ => new byte[1000]).ToArray(),
        ["a dictionary"] = () => Entries,
        ["JSON"] = () => Json,
        ["an untyped value"] = () => new IpcArray { Text, Text },
        ["a record"] = () => new { First = 1, Second = Text },
    };

    public static TheoryData<string> Names { get; } = [.. Values.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_over_the_limit_costs_little_more_than_the_limit(string name)
    {
        var value = Values[name]();
        Write(value); // converters are made once
        var before = GC.GetAllocatedBytesForCurrentThread();
        Write(value);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16L * Limit);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_answer_over_the_limit_fails_with_the_settings_name_and_the_next_is_given(string name)
    {
        await using var app = await RawApp.StartAsync($"--IpcApp:Limits:MaxMessageBytes={Limit}");
        app.IpcMain.Handle("ch", (e, arguments) => ValueTask.FromResult<object?>(Values[name]()));
        app.IpcMain.On("sync", e => e.ReturnValue = Values[name]());
        app.IpcMain.Handle("next", e => 1);
        var none = Codec.Write(new IpcArray());
        Assert.Equal("\u0001Error: " + TooLarge, Encoding.UTF8.GetString(await app.Host.CallAsync(MessageKind.Invoke, "ch", none).OrFail()));
        Assert.Equal("\u0001Error: " + TooLarge, Encoding.UTF8.GetString(await app.Host.CallAsync(MessageKind.SendSync, "sync", none).OrFail()));
        Assert.Equal(0, (await app.Host.CallAsync(MessageKind.Invoke, "next", none).OrFail())[0]);
    }

    [Fact]
    public async Task What_is_sent_or_posted_over_the_limit_is_refused_by_name()
    {
        await using var app = await RawApp.StartAsync($"--IpcApp:Limits:MaxMessageBytes={Limit}");
        app.Contents.Send("ch", Text);
        Assert.Contains(TooLarge, Assert.Single(app.Log), StringComparison.Ordinal);
        Assert.Empty(app.Host.Emitted);

        var posted = Assert.ThrowsAny<InvalidOperationException>(() => app.Contents.PostMessage("ch", Text));
        Assert.Equal(TooLarge, posted.Message);
        var port = new MessageChannelMain(app.Services).Port1;
        Assert.Equal(TooLarge, Assert.ThrowsAny<InvalidOperationException>(() => port.PostMessage(Text)).Message);
    }

    [Fact]
    public void A_value_of_exactly_the_limit_is_written()
    {
        using var output = new PayloadWriter();
        var overhead = Codec.WriteTyped(new string('x', 60_000)).Length - 60_000;
        Limited.Write(output, new string('x', Limit - overhead));
        Assert.Equal(Limit, output.WrittenMemory.Length);
        Assert.Throws<MessageTooLargeException>(() => Limited.Write(new PayloadWriter(), new string('x', Limit - overhead + 1)));
    }

    [Fact]
    public void Each_text_counts_once_where_the_run_time_type_decides()
    {
        object?[] values = [new string('x', Limit / 2), new List<object> { new string('y', Limit / 3) }, (int?)1, null];
        Assert.Equal(4u, ((IpcArray)Limited.ToIpcValue(values)).Length);
        Assert.Throws<MessageTooLargeException>(() => Limited.ToIpcValue<object?[]>([.. values, new string('z', Limit / 3)]));
    }

    [Fact]
    public void Untyped_values_without_end_are_refused()
    {
        Assert.Throws<MessageTooLargeException>(() => Limited.ToIpcValue(EndlessNulls()));
        Assert.Throws<MessageTooLargeException>(() => Limited.ToIpcValue(EndlessNulls().Select(_ => new object())));
        Assert.Throws<MessageTooLargeException>(() => Limited.ToIpcValue(EndlessNulls().Select(_ => (int?)null)));
        Assert.Throws<MessageTooLargeException>(() => Limited.ToIpcValue(EndlessNulls().Select(_ => (int?)1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(200)]
    [InlineData(20_000)]
    public void A_lazy_sequence_of_any_length_reads_as_an_array(int count)
    {
        static IEnumerable<string> Lazy(int count)
        {
            for (var i = 0; i < count; i++)
            {
                yield return i % 2 == 0 ? $"a{i}" : $"\u20ac{i}";
            }
        }

        var payload = Codec.WriteTyped(Lazy(count));
        var array = (IpcArray)Codec.Read(payload);
        Assert.Equal(node.Describe(Codec.Write(new IpcArray(Lazy(count).Select(text => (IpcValue)text)))), node.Describe(payload));
        Assert.Equal(Lazy(count), array.Select(element => element.AsString()));
        Assert.Equal(Lazy(count), Codec.Bind<string[]>(array)!);
    }

    private static void Write(object value)
    {
        using var output = new PayloadWriter();
        Assert.Throws<MessageTooLargeException>(() => Limited.Write(output, value));
        Assert.Equal(0, output.WrittenMemory.Length);
    }

    private static IEnumerable<string> Endless()
    {
        while (true)
        {
            yield return new string('x', 100);
        }
    }

    private static IEnumerable<byte[]> EndlessPieces()
    {
        while (true)
        {
            yield return new byte[Limit / 4];
        }
    }

    private static IEnumerable<string?> EndlessNulls()
    {
        while (true)
        {
            yield return null;
        }
    }
}
