using System.Text;
using IpcApp.Internal.Wire;
using IpcApp.Tests.Bridge;

namespace IpcApp.Tests.Values;

/// <summary>A value that cannot cross sends nothing, however much of it could have (S119), and whoever sent it is told (S118).</summary>
public sealed class AtomicFailureTests
{
    private const string CloneError = "\u0001Error: An object could not be cloned.";

    /// <summary>Values that fail half-way, by name.</summary>
    private static readonly Dictionary<string, Func<object>> Values = new()
    {
        ["a delegate after much else"] = () => new object[] { new byte[100_000], "text", new Action(() => { }) },
        ["a delegate in a map"] = () => new Dictionary<int, object> { [1] = "one", [2] = new Func<int>(() => 2) },
        ["a getter that throws"] = () => new Broken(),
        ["a sequence that throws"] = () => new object[] { "first", Sequence() },
        ["an object in itself"] = () => new object[] { 1, Cyclic() },
        ["an object nested too deeply"] = () => Deep(100_000),
        ["a value nested too deeply"] = () => new object[] { "first", DeepValue(100_000) },
    };

    public static TheoryData<string> Names => new(Values.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_of_a_send_leaves_and_the_log_says_so(string name)
    {
        await using var app = await RawApp.StartAsync();
        app.Contents.Send("news", "before", Values[name](), "after");
        Assert.Empty(app.Host.Emitted);
        Assert.Contains("Failed to serialize arguments", Assert.Single(app.Log), StringComparison.Ordinal);

        app.Contents.Send("news", "good");
        Assert.Single(app.Host.Emitted);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_of_a_reply_leaves(string name)
    {
        await using var app = await RawApp.StartAsync();
        app.IpcMain.On("ask", e => e.Reply("answer", "before", Values[name]()));
        app.Host.Post(MessageKind.Send, "ask", Codec.Write(new IpcArray()));
        await app.WhenIdleAsync().OrFail();
        Assert.Empty(app.Host.Emitted);
        Assert.Single(app.Log);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_invoke_rejects(string name)
    {
        await using var app = await RawApp.StartAsync();
        app.IpcMain.Handle("ask", (IpcMainInvokeEvent e) => Values[name]());
        Assert.Equal(CloneError, await CallAsync(app, MessageKind.Invoke));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_return_value_throws_and_another_can_be_assigned(string name)
    {
        await using var app = await RawApp.StartAsync();
        app.IpcMain.On("ask", e =>
        {
            Assert.Throws<IpcCloneException>(() => e.ReturnValue = Values[name]());
            e.ReturnValue = "second";
        });
        Assert.EndsWith("second", await CallAsync(app, MessageKind.SendSync), StringComparison.Ordinal);
    }

    private static async Task<string> CallAsync(RawApp app, MessageKind kind)
        => Encoding.UTF8.GetString(await app.Host.CallAsync(kind, "ask", Codec.Write(new IpcArray())).OrFail());

    private static IEnumerable<int> Sequence()
    {
        yield return 1;
        throw new InvalidOperationException("the sequence ends badly");
    }

    private static Node Cyclic()
    {
        var node = new Node();
        node.Next = new Node { Next = node };
        return node;
    }

    private static Node Deep(int depth)
    {
        var node = new Node();
        for (var i = 0; i < depth; i++)
        {
            node = new Node { Next = node };
        }

        return node;
    }

    private static IpcValue DeepValue(int depth)
    {
        IpcValue value = 1;
        for (var i = 0; i < depth; i++)
        {
            value = new IpcArray { value };
        }

        return value;
    }

    private sealed class Node
    {
        public Node? Next { get; set; }
    }

    private sealed class Broken
    {
        public string First => "fine";

        public string Second => throw new InvalidOperationException("a getter of the user");
    }
}
