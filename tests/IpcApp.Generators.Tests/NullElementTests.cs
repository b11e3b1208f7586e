using IpcApp.Generators.Tests.Support;
using IpcApp.Testing;

namespace IpcApp.Generators.Tests;

/// <summary>Null inside the arguments of generated handlers: each parameter's own declaration decides.</summary>
public sealed class NullElementTests
{
    private const string Source = """
        public sealed record Note(string Title, List<string> Tags);
        public class Page<T>(IReadOnlyList<T> items) { public IReadOnlyList<T> Items { get; } = items; }

        public abstract class Saving<T>
        {
            [IpcHandle("inherited")] public int Save(T[] it) => it.Length;
        }

        public sealed class Names : Saving<string>, IIpcHandler
        {
            [IpcHandle("strings")] public int Strings(string[] it) => it.Length;
            [IpcHandle("loose")] public int Loose(string?[] it) => it.Length;
            [IpcHandle("maybe")] public int Maybe(List<string>? it = null) => it?.Count ?? 0;
            [IpcHandle("rest")] public int Rest(params string[][] it) => it.Length;
            [IpcHandle("all")] public int All(IpcArguments all, string[] it) => it.Length;
            [IpcHandle("notes")] public int Notes(Dictionary<string, List<Note>> it) => it.Count;
            [IpcHandle("tags")] public int Tags(Note it) => it.Tags.Count;
            [IpcHandle("page")] public int Full(Page<string> it) => it.Items.Count;
            [IpcHandle("loose page")] public int Sparse(Page<string?> it) => it.Items.Count;
            [IpcHandle("tuple")] public string Pair((string Name, int Count) it) => it.Name;
            [IpcHandle("long tuple")] public string Many((int, int, int, int, int, int, int, int, string) it) => it.Item9;
            [IpcHandle("loose tuple")] public string? Half((string? Name, int Count) it) => it.Name;
            [IpcSync("sync")] public int Sync(string[] it) => it.Length;
        #nullable disable
            [IpcHandle("oblivious")] public int Oblivious(string[] it) => it.Length;
        #nullable restore
        }
        """;

    public static TheoryData<string, string?> Channels => new()
    {
        { "strings", "$[1]" },
        { "maybe", "$[1]" },
        { "rest", "$[1]" },
        { "all", "$[1]" },
        { "inherited", "$[1]" },
        { "notes", "$.a[0]" },
        { "tags", "$.tags[1]" },
        { "page", "$.items[1]" },
        { "tuple", "$[0]" },
        { "long tuple", "$[8]" },
        { "loose", null },
        { "loose tuple", null },
        { "loose page", null },
        { "oblivious", null },
    };

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task Null_is_refused_where_the_declaration_does_not_allow_it(string channel, string? path)
    {
        await using var app = await RunningApp.StartAsync(Source);
        var page = app.OpenWindow().MainFrame;
        var argument = Argument(channel, IpcValue.Null);
        if (path is null)
        {
            await page.InvokeAsync(channel, argument);
            return;
        }

        var error = await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync(channel, argument));
        Assert.Contains($"argument 1 ('it') at {path}: expected ", error.Message, StringComparison.Ordinal);
        Assert.Contains("IpcApp:NullElements", error.Message, StringComparison.Ordinal);
        await page.InvokeAsync(channel, Argument(channel, Good(channel)));
    }

    [Fact]
    public async Task A_sendSync_is_refused_likewise()
    {
        await using var app = await RunningApp.StartAsync(Source);
        var answer = app.OpenWindow().MainFrame.SendSync<IpcValue>("sync", Argument("sync", IpcValue.Null));
        Assert.Contains("at $[1]: expected a string, got null", answer["error"].AsString(), StringComparison.Ordinal);
    }

    private static IpcValue Good(string channel)
        => channel == "notes" ? new IpcObject { ["title"] = "t", ["tags"] = new IpcArray() } : "b";

    private static IpcValue Argument(string channel, IpcValue last) => channel switch
    {
        "notes" => new IpcObject { ["a"] = new IpcArray([last]) },
        "tags" => new IpcObject { ["title"] = "t", ["tags"] = new IpcArray(["a", last]) },
        "page" or "loose page" => new IpcObject { ["items"] = new IpcArray(["a", last]) },
        "tuple" or "loose tuple" => new IpcArray([last, 1]),
        "long tuple" => new IpcArray([1, 2, 3, 4, 5, 6, 7, 8, last]),
        _ => new IpcArray(["a", last]),
    };
}
