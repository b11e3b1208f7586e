using IpcApp.Generators.Tests.Support;

namespace IpcApp.Generators.Tests.Diagnostics;

public sealed class CodecDiagnosticsTests
{
    private const string Handler =
        "public class A : IIpcHandler { [IpcHandle] public void M(IpcMainInvokeEvent e, List<Shape> shapes) { } } ";

    private const string Shape =
        "[System.Text.Json.Serialization.JsonDerivedType(typeof(Circle))] public class Shape; public class Circle : Shape; ";

    [Fact]
    public async Task IPC0014_where_native_code_meets_a_type_without_a_codec()
        => Assert.Equal(
            ["'Shape' has [JsonDerivedType], so"],
            await AnalyzerRun.OfNativeApp(Handler + Shape));

    [Theory]
    [InlineData("e.Reply(\"c\", new { A = 1 });", "is anonymous, so")]
    [InlineData("e.ReturnValue = (1, new System.Text.StringBuilder());", "'System.Text.StringBuilder' belongs to .NET, so")]
    [InlineData("e.Reply(\"c\", new Hidden());", "'X.Hidden' is not visible in the whole assembly, so")]
    [InlineData("e.Reply(\"c\", new System.Text.StringBuilder());", "'System.Text.StringBuilder' belongs to .NET, so")]
    public async Task IPC0014_at_calls(string call, string text)
        => Assert.Contains(
            text,
            Assert.Single(await AnalyzerRun.OfNativeApp(
                $"public class X {{ private class Hidden; public void M(IpcMainEvent e) {{ {call} }} }}")),
            StringComparison.Ordinal);

    [Fact]
    public async Task IPC0014_at_the_attribute()
        => Assert.Contains(
            "'System.Version' belongs to .NET, so",
            Assert.Single(await AnalyzerRun.OfNativeApp("[assembly: IpcSerializable(typeof((int, Version)))]")),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_type_that_a_json_context_names_is_fine()
        => Assert.Empty(await AnalyzerRun.OfNativeApp(Handler + Shape + """
            [System.Text.Json.Serialization.JsonSerializable(typeof(Shape))]
            public abstract class Context(System.Text.Json.JsonSerializerOptions o) : System.Text.Json.Serialization.JsonSerializerContext(o);
            """));

    [Fact]
    public async Task Types_with_codecs_are_fine()
        => Assert.Empty(await AnalyzerRun.OfNativeApp(
            "public record Note(int Id, List<Note>? Notes);",
            "public class X { public void M(IpcMainEvent e, Note n) => e.Reply(\"c\", n, 1, \"x\"); }"));

    [Fact]
    public async Task Where_there_is_reflection_nothing_is_said() => await AnalyzerRun.ReportsNothing(Handler + Shape);
}
