using IpcApp.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Tests.Diagnostics;

public sealed class ArrayArgumentDiagnosticsTests
{
    private const string OneArray = "an object[] is sent as one argument, an array";
    private const string Elements = "the elements of a collection expression are sent as arguments of their own";

    [Theory]
    [InlineData("contents.Send(\"c\", objects)", "'Send' " + OneArray)]
    [InlineData("contents.Send(\"c\", new object[] { 1, 2 })", "'Send' " + OneArray)]
    [InlineData("contents.Send(\"c\", [1, \"a\"])", "'Send' " + Elements)]
    [InlineData("contents.Send(\"c\", [])", "'Send' " + Elements)]
    [InlineData("contents.Send(\"c\", [.. strings])", "'Send' " + Elements)]
    [InlineData("contents.MainFrame.Send(\"c\", objects)", "'Send' " + OneArray)]
    [InlineData("contents.SendToFrame(1, \"c\", objects)", "'SendToFrame' " + OneArray)]
    [InlineData("contents.SendToFrame(1, 2, \"c\", [1])", "'SendToFrame' " + Elements)]
    [InlineData("all.SendToAll(\"c\", objects)", "'SendToAll' " + OneArray)]
    [InlineData("all.SendToAll(\"c\", [1])", "'SendToAll' " + Elements)]
    [InlineData("e.Reply(\"c\", objects)", "'Reply' " + OneArray)]
    [InlineData("e.Reply(\"c\", [1])", "'Reply' " + Elements)]
    [InlineData("ipc.Emit(\"c\", e, objects)", "'Emit' " + OneArray)]
    [InlineData("ipc.Emit(\"c\", e, [1])", "'Emit' " + Elements)]
    public Task IPC0018_an_array_can_be_one_argument_or_several(string call, string message)
        => AnalyzerRun.Reports("IPC0018", message, Source(call));

    [Theory]
    [InlineData("contents.Send(\"c\")")]
    [InlineData("contents.Send(\"c\", null)")]
    [InlineData("contents.Send(\"c\", strings)")]
    [InlineData("contents.Send(\"c\", new List<object>())")]
    [InlineData("contents.Send(\"c\", (object)objects)")]
    [InlineData("contents.Send(\"c\", 1, 2)")]
    [InlineData("contents.Send(\"c\", objects, 2)")]
    [InlineData("contents.Send(\"c\", argument: objects)")]
    [InlineData("contents.Send(\"c\", arguments: objects)")]
    [InlineData("contents.Send(\"c\", arguments: [1, 2])")]
    [InlineData("Other.Send(\"c\", objects)")]
    public Task An_argument_that_says_what_it_is_is_not_reported(string call) => AnalyzerRun.ReportsNothing(Source(call));

    /// <summary>Spans cannot become an object: they are refused by the compiler, and not sent as something else.</summary>
    [Theory]
    [InlineData("strings.AsSpan()")]
    [InlineData("(ReadOnlySpan<object>)objects")]
    public void A_span_is_no_argument(string argument)
    {
        var errors = TestCompilation.Create(Source($"contents.Send(\"c\", {argument})")).GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal("CS1503", Assert.Single(errors).Id);
    }

    private static string Source(string call) => $$"""
        class Caller
        {
            public void Call(
                WebContents contents, IWebContentsRegistry all, IpcMainEvent e, IIpcMain ipc, object[] objects, string[] strings) => {{call}};
        }

        static class Other { public static void Send(string channel, params object[] arguments) { } }
        """;
}
