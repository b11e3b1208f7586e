using IpcApp.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Tests.Diagnostics;

/// <summary>What is reported of a type does not depend on where and how often it is used.</summary>
public sealed class ValueReportTests
{
    private const string Note = "public class Note { public int A { get; private set; } public System.IO.Stream? B { get; set; } } ";
    private const string Sends = "public static class S { public static void To(WebContents to) => to.Send(\"a\", new Note()); } ";
    private const string Reads = "public static class R { public static void From(IIpcMain ipcMain) => ipcMain.On(\"b\", (IpcMainEvent e, Note note) => { }); } ";
    private const string Gives = "public class G : IIpcHandler { [IpcHandle] public Note M() => new(); } ";

    [Fact]
    public async Task The_order_of_files_changes_nothing()
    {
        string[][] orders = [[Note, Sends, Reads, Gives], [Reads, Gives, Note, Sends], [Gives, Sends, Reads, Note], [Sends, Reads, Note], [Reads, Note, Sends]];
        foreach (var sources in orders)
        {
            var found = await AnalyzerRun.Of(sources);
            Assert.Equal(["IPC0027 'Note.A'", "IPC0028 'Note.B'"], found.Select(Line).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task A_member_of_a_base_class_is_reported_once_for_all_classes_that_inherit_it()
    {
        var found = await AnalyzerRun.Of(
            "public class A : IIpcHandler { [IpcHandle] public void M(T t, U u, List<V> v) { } }",
            "public class Base { public int Id { get; private set; } } public class T : Base; public class U : Base; public class V : U;");
        Assert.Equal(["IPC0027 'Base.Id'"], found.Select(Line));
    }

    [Theory]
    [InlineData("public class C : JsonConverter<T> { ")]
    [InlineData("public abstract class B<X> : JsonConverter<X>; public class C : B<T> { ")]
    public async Task A_type_with_a_converter_of_the_app_is_left_to_the_converter(string converter)
        => await AnalyzerRun.ReportsNothing(
            """
            using System.Text.Json; using System.Text.Json.Serialization;
            public class A : IIpcHandler { [IpcHandle] public List<T> M(T t) => [t]; }
            public class T { public int Field; public int A { get; private set; } public System.IO.Stream? B { get; set; } }
            """,
            $$"""
            using System.Text.Json; using System.Text.Json.Serialization;
            {{converter}}
                public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new();
                public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) { }
            }
            """);

    [Theory]
    [InlineData("public record T;")]
    [InlineData("public sealed class T { public static T Done { get; } = new(); }")]
    [InlineData("public readonly struct T;")]
    public async Task A_type_whose_values_hold_nothing_loses_nothing(string type)
        => await AnalyzerRun.ReportsNothing("public class A : IIpcHandler { [IpcHandle] public T M(T t) => t; }", type);

    [Theory]
    [InlineData("public class T { private int _a; public void Set(int a) => _a = a; public int Get() => _a; }")]
    [InlineData("public class T(int a) { public int Get() => a; }")]
    [InlineData("public class U { private protected int A; } public class T : U;")]
    public async Task A_type_that_holds_something_out_of_sight_loses_it(string type)
        => await AnalyzerRun.Reports("IPC0029", "'T' has no public properties", "public class A : IIpcHandler { [IpcHandle] public T M() => default!; }", type);

    private static string Line(Diagnostic diagnostic) => $"{diagnostic.Id} {diagnostic.GetMessage().Split(' ')[0]}";
}
