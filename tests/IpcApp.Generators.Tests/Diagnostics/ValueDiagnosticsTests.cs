using IpcApp.Generators.Tests.Support;

namespace IpcApp.Generators.Tests.Diagnostics;

public sealed class ValueDiagnosticsTests
{
    private const string Takes = "public class A : IIpcHandler { [IpcHandle] public void M(T t) { } } ";
    private const string Gives = "public class A : IIpcHandler { [IpcHandle] public T M() => default!; } ";

    [Theory]
    [InlineData("public class T { public int A { get; private set; } }", "'T.A' is sent to pages but keeps its default", "its setter is not public")]
    [InlineData("public class T { public int A { get; internal set; } }", "'T.A'", "its setter is not public")]
    [InlineData("public class T { public List<int> A { get; } = []; }", "'T.A'", "it has no setter")]
    [InlineData("public record T(int B) { public int A { get; } = 5; }", "'T.A'", "it has no setter")]
    [InlineData("public class T { public U[] Us { get; set; } = []; } public class U { public int A { get; } = 5; }", "'U.A'", "no setter")]
    [InlineData("public class T { public (int, U?) Pair { get; set; } } public class U { public int A { get; } = 5; }", "'U.A'", "no setter")]
    [InlineData("public class T : U; public class U { public int B { get; set; } public int A { get; private set; } }", "'U.A'", "not public")]
    public async Task IPC0027_for_a_member_that_is_not_read_back(string type, string member, string reason)
    {
        await AnalyzerRun.Reports("IPC0027", member, Takes, type);
        await AnalyzerRun.Reports("IPC0027", reason, Takes, type);
    }

    [Theory]
    [InlineData("public class T { public int B { get; set; } public int A => B + 1; }")]
    [InlineData("public class T { public int A { get; init; } }")]
    [InlineData("public record T(int A);")]
    [InlineData("public class T(int a) { public int A { get; } = a; }")]
    [InlineData("public class T { [System.Text.Json.Serialization.JsonInclude] public int A { get; private set; } }")]
    [InlineData("public class T { public int B { get; set; } [System.Text.Json.Serialization.JsonIgnore] public int A { get; } = 5; }")]
    [InlineData("[System.Text.Json.Serialization.JsonConverter(typeof(int))] public class T { public int A { get; } = 5; }")]
    public async Task A_member_that_is_read_back_or_worked_out_is_fine(string type) => await AnalyzerRun.ReportsNothing(Takes, type);

    [Fact]
    public async Task A_type_that_is_only_sent_need_not_be_readable()
        => await AnalyzerRun.ReportsNothing(Gives, "public class T { internal T() { } public List<int> A { get; } = []; }");

    [Fact]
    public async Task IPC0027_once_however_many_handlers_take_the_type()
        => await AnalyzerRun.Reports(
            "IPC0027",
            "'T.A'",
            "public class A : IIpcHandler { [IpcHandle] public void M(T t) { } [IpcHandle] public T N(T[] t) => t[0]; }",
            "public class X { public void M(IIpcMain main) => main.On<T>(\"c\", (e, t) => { }); }",
            "public class T { public int A { get; private set; } }");

    [Fact]
    public async Task IPC0027_for_types_that_only_calls_show()
        => await AnalyzerRun.Reports(
            "IPC0027",
            "'T.A'",
            "public class X { public void M(IIpcMain main) { main.On<T>(\"c\", (e, t) => { }); main.On<T[]>(\"d\", (e, t) => { }); } }",
            "public class T { public int A { get; private set; } }");

    [Theory]
    [InlineData("public class T { public int B { get; set; } public int A; }", "'T.A' is a field; make it a property")]
    [InlineData("public class T { public Action A { get; set; } = () => { }; }", "'T.A' has the type 'System.Action', which is a delegate")]
    [InlineData("public class T { public List<Task<int>> A { get; set; } = []; }", "which is still to come")]
    [InlineData("public class T { public System.IO.Stream? A { get; set; } }", "which means nothing in a page")]
    [InlineData("public class T { public int[,]? A { get; set; } }", "which is an array of several dimensions")]
    [InlineData("public class T { public Type? A { get; set; } }", "which means nothing in a page")]
    [InlineData("public class T { public System.Numerics.Vector3 A { get; set; } }", "which has fields, which do not cross")]
    public async Task IPC0028_for_a_member_that_does_not_cross(string type, string text)
    {
        await AnalyzerRun.Reports("IPC0028", text, Gives, type);
        await AnalyzerRun.Reports("IPC0028", text, Takes, type);
    }

    [Fact]
    public async Task IPC0028_for_a_member_to_which_nothing_can_be_bound()
    {
        const string type = "public class T { public I? A { get; set; } } public interface I { int B { get; } }";
        await AnalyzerRun.Reports("IPC0028", "'I', which is an interface", Takes, type);
        await AnalyzerRun.ReportsNothing(Gives, type);
    }

    [Theory]
    [InlineData("public record T { internal int A { get; set; } }", "'T' has no public properties")]
    [InlineData("public abstract record T;", "'T' has no public properties")]
    public async Task IPC0029_for_a_type_without_members(string type, string text)
    {
        await AnalyzerRun.Reports("IPC0029", text, Gives, type);
        await AnalyzerRun.Reports("IPC0029", text, Takes, type);
    }

    [Fact]
    public async Task IPC0029_for_a_type_of_a_library_that_has_only_fields()
        => await AnalyzerRun.Reports(
            "IPC0029",
            "'System.Numerics.Vector2' has fields",
            "public class A : IIpcHandler { [IpcHandle] public void M(List<System.Numerics.Vector2> t) { } }");

    [Theory]
    [InlineData("[System.Text.Json.Serialization.JsonDerivedType(typeof(U), \"u\")] public abstract class T; public class U : T { public int A { get; set; } }")]
    [InlineData("public enum T { }")]
    public async Task A_type_that_crosses_otherwise_needs_no_members(string type) => await AnalyzerRun.ReportsNothing(Takes, type);

    [Theory]
    [InlineData("public readonly struct T { public T(int a, int b) { A = a; B = b; } public int A { get; } public int B { get; } }", "'A' and 'B' would keep")]
    [InlineData("public struct T(int a) { public int A { get; } = a; }", "'A' would keep the default")]
    [InlineData("public class T { public T() { } public T(int a) => A = a; public int A { get; } }", "'A' would keep the default")]
    [InlineData("public class T { private T(int a) => A = a; public int A { get; } }", "has no constructor that is chosen by itself")]
    [InlineData("public class T { public T(int a) => A = a; public T(int a, int b) => (A, B) = (a, b); public int A { get; } public int B { get; set; } }", "mark one")]
    [InlineData("public class T { private T(string text) => A = text.Length; public int A { get; } }", "has no constructor that can be chosen")]
    public async Task IPC0031_where_no_constructor_is_chosen(string type, string text) => await AnalyzerRun.Reports("IPC0031", text, Takes, type);

    [Theory]
    [InlineData("public readonly record struct T(int A, int B);")]
    [InlineData("public struct T { public T(int a) => A = a; public int A { get; set; } }")]
    [InlineData("public readonly struct T { [System.Text.Json.Serialization.JsonConstructor] public T(int a) => A = a; public int A { get; } }")]
    public async Task A_chosen_constructor_is_fine(string type) => await AnalyzerRun.ReportsNothing(Takes, type);
}
