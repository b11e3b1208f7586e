using System.Text;
using IpcApp.Internal.Wire;
using IpcApp.Tests.Bridge;

namespace IpcApp.Tests.Values;

/// <summary>
/// A message whose bytes are no values is one message: it is dropped with a line in the log, or its call fails, and those after it go on
/// (S125).
/// </summary>
public sealed class MalformedMessageTests
{
    private const int Mutations = 5000;

    /// <summary>The status of a failure, and how its text begins.</summary>
    private const string Failure = "\u0001Error: The message is not a structured clone: ";

    /// <summary>Payloads with something wrong, or none at all.</summary>
    public static TheoryData<string> Malformed
        => new("", "00", "04000000FF0F", "02000000FF0F", "03000000FF1130", "03000000FF0F7F", "FFFFFFFFFF0F30");

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task An_invoke_rejects_and_the_next_one_is_answered(string hex)
    {
        await using var app = await RawApp.StartAsync();
        var calls = 0;
        app.IpcMain.Handle("count", (IpcMainInvokeEvent e) => ++calls);

        var answer = await app.Host.CallAsync(MessageKind.Invoke, "count", Convert.FromHexString(hex)).OrFail();
        Assert.StartsWith(Failure, Encoding.UTF8.GetString(answer), StringComparison.Ordinal);
        await app.WhenIdleAsync().OrFail(); // the answer goes out before the line is written
        Assert.Single(app.Log);

        var next = await app.Host.CallAsync(MessageKind.Invoke, "count", Codec.Write(new IpcArray())).OrFail();
        Assert.Equal(1, Codec.Read(next[1..]).AsDouble());
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_sendSync_is_answered_with_the_error(string hex)
    {
        await using var app = await RawApp.StartAsync();
        app.IpcMain.On("sync", e => e.ReturnValue = 1);
        var answer = await app.Host.CallAsync(MessageKind.SendSync, "sync", Convert.FromHexString(hex)).OrFail();
        Assert.StartsWith(Failure, Encoding.UTF8.GetString(answer), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_message_is_dropped_with_one_line_and_later_ones_arrive(string hex)
    {
        await using var app = await RawApp.StartAsync();
        var received = new List<string>();
        app.IpcMain.On("text", (IpcMainEvent e, string text) => received.Add(text));
        foreach (var kind in new[] { MessageKind.Send, MessageKind.PostMessage })
        {
            app.Host.Post(kind, "text", Convert.FromHexString(hex));
        }

        app.Host.Post(MessageKind.Send, "text", Codec.Write(new IpcArray { "after" }));
        app.Host.Post(MessageKind.PostMessage, "text", Codec.Write("posted"));
        await app.WhenIdleAsync().OrFail();
        Assert.Equal(["after", "posted"], received);
        Assert.Equal(2, app.Log.Count);
        Assert.All(app.Log, line => Assert.StartsWith(
            "A message on 'text' was dropped: The message is not a structured clone: ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Arguments_that_are_no_array_are_malformed()
    {
        await using var app = await RawApp.StartAsync();
        app.IpcMain.Handle("any", (IpcMainInvokeEvent e) => 1);
        var answer = await app.Host.CallAsync(MessageKind.Invoke, "any", Codec.Write("text")).OrFail();
        Assert.Equal(Failure + "arguments must be an array.", Encoding.UTF8.GetString(answer));
    }

    [Fact]
    public async Task Whatever_bytes_a_call_has_it_is_answered_once()
    {
        await using var app = await RawApp.StartAsync();
        app.IpcMain.Handle("echo", (IpcMainInvokeEvent e, IpcValue value) => value);
        var random = new Random(125);
        var payloads = ChromiumTableTests.Streams.Values.Select(Fixture.ToPayload).ToList();
        var answers = new List<Task<byte[]>>();
        for (var i = 0; i < Mutations; i++)
        {
            var mutant = payloads[random.Next(payloads.Count)].ToArray();
            for (var flips = random.Next(1, 4); flips > 0; flips--)
            {
                mutant[random.Next(mutant.Length)] ^= (byte)(1 << random.Next(8));
            }

            answers.Add(app.Host.CallAsync(MessageKind.Invoke, "echo", mutant[..random.Next(mutant.Length + 1)]));
        }

        await Task.WhenAll(answers).OrFail();
        var last = await app.Host.CallAsync(MessageKind.Invoke, "echo", Codec.Write(new IpcArray { "well" })).OrFail();
        Assert.Equal("well", Codec.Read(last[1..]).AsString());
    }
}
