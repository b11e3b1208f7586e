using IpcApp.Generators.Tests.Support;
using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Generators.Tests;

/// <summary>Generated code at work: an app is compiled, started, and called by the page of a fake window.</summary>
public sealed class ExecutionTests
{
    private const string Handlers = """
        public enum Size { Small, Large }
        public record Note(int Id, string Title);
        public interface IGreeter { Task<string> GreetAsync(string name, string greeting); }
        public abstract class Base<T> : IIpcHandler { [IpcHandle] public ValueTask<T?> Echo(T? value) => new(value); }
        public sealed class NumberHandler : Base<int>;
        public sealed class NoteHandler : Base<Note>;

        [IpcChannels(Prefix = "t")]
        public sealed class TestHandler : IIpcHandler, IGreeter
        {
            private readonly List<string> _log;
            public TestHandler(List<string> log) { _log = log; log.Add("created"); }

            [IpcHandle] public string Order(int first, string second, double[] third) => $"{first} {second} {third.Length}";
            [IpcHandle] public string Optional(string? a, int b = 2, Size c = Size.Large, decimal d = 1.5m, Guid e = default, int? f = null)
                => FormattableString.Invariant($"{a ?? "null"} {b} {c} {d} {e == Guid.Empty} {f?.ToString() ?? "null"}");
            [IpcHandle] public int Rest(int first, params int[] rest) => first + rest.Sum();
            [IpcHandle] public static int Static(IpcArguments all) => all.Count;
            [IpcHandle("explicit")] Task<string> IGreeter.GreetAsync(string name, [FromKeyedServices("greeting")] string greeting)
                => Task.FromResult($"{greeting}, {name}");
            [IpcHandle] public bool Services(
                [FromServices] List<string> log, [FromServices] IGreeter? greeter, [FromKeyedServices("no")] string? keyed)
                => ReferenceEquals(log, _log) && greeter is null && keyed is null;
            [IpcHandle] public async Task<string> ProgressAsync(IpcMainInvokeEvent e, IProgress<string> progress, CancellationToken token)
            {
                await Task.Yield();
                progress.Report(token.CanBeCanceled ? "half" : "never");
                return e.Channel;
            }

            [IpcHandle] public void Nothing() { }
            [IpcHandle] public Task NothingLaterAsync() => Task.CompletedTask;
            [IpcHandle] public string @class(string @event) => @event;
            [IpcSync, IpcHandle("t:both")] public string Kind(IpcEvent e) => e.GetType().Name;
            [IpcOn] public async Task OnAsync(IpcMainEvent e, string text) { await Task.Yield(); e.Reply("seen", text); }
        }
        """;

    [Fact]
    public async Task Arguments_arrive_in_order()
    {
        await using var app = await RunningApp.StartAsync(Handlers);
        var page = app.OpenWindow().MainFrame;

        double[] third = [1, 2, 3];
        Assert.Equal("1 two 3", await page.InvokeAsync<string>("t:order", 1, "two", third, "surplus"));
        Assert.Equal(6, await page.InvokeAsync<int>("t:rest", 1, 2, 3));
        Assert.Equal(1, await page.InvokeAsync<int>("t:rest", 1));
        Assert.Equal("keyword", await page.InvokeAsync<string>("t:class", "keyword"));
        Assert.Equal(2, await page.InvokeAsync<int>("t:static", 1, 2));
    }

    [Fact]
    public async Task Missing_arguments_take_their_defaults()
    {
        await using var app = await RunningApp.StartAsync(Handlers);
        var page = app.OpenWindow().MainFrame;

        Assert.Equal("null 2 Large 1.5 True null", await page.InvokeAsync<string>("t:optional"));
        var withGaps = await page.InvokeAsync<string>("t:optional", "a", 3, "small", IpcValue.Undefined, IpcValue.Undefined, 4);
        Assert.Equal("a 3 Small 1.5 True 4", withGaps);
    }

    [Fact]
    public async Task A_bad_argument_is_refused_before_the_handler_exists()
    {
        await using var app = await RunningApp.StartAsync(Handlers);
        var page = app.OpenWindow().MainFrame;

        var error = await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync("t:order", 1, null, null));

        Assert.Contains("argument 2 ('second')", error.Message, StringComparison.Ordinal);
        Assert.Empty(app.Services.GetRequiredService<List<string>>());
    }

    [Fact]
    public async Task Every_kind_of_result_is_answered()
    {
        await using var app = await RunningApp.StartAsync(Handlers);
        var page = app.OpenWindow().MainFrame;

        Assert.Equal(IpcValueKind.Undefined, (await page.InvokeAsync<IpcValue>("t:nothing")).Kind);
        Assert.Equal(IpcValueKind.Undefined, (await page.InvokeAsync<IpcValue>("t:nothing-later")).Kind);
        Assert.Equal("IpcMainInvokeEvent", await page.InvokeAsync<string>("t:both"));
        Assert.Equal("IpcMainEvent", page.SendSync<string>("t:kind"));
        page.Send("t:on", "sent");
        Assert.Equal("sent", await page.NextAsync<string>("seen"));
    }

    [Fact]
    public async Task Inherited_and_explicit_methods_answer()
    {
        await using var app = await RunningApp.StartAsync(Handlers);
        var page = app.OpenWindow().MainFrame;

        Assert.Equal(7, await page.InvokeAsync<int>("number:echo", 7));
        Assert.Equal("x", (await page.InvokeAsync<Note>("note:echo", new Note(1, "x"))).Title);
        Assert.Equal("hello, Ann", await page.InvokeAsync<string>("explicit", "Ann"));
    }

    [Fact]
    public async Task Services_progress_and_event_are_bound()
    {
        await using var app = await RunningApp.StartAsync(Handlers);
        var page = app.OpenWindow().MainFrame;

        Assert.True(await page.InvokeAsync<bool>("t:services"));
        Assert.Equal("t:progress", await page.InvokeAsync<string>("t:progress"));
        Assert.Equal("half", await page.NextAsync<string>("t:progress:progress"));
    }

    private sealed record Note(int Id, string Title);
}
