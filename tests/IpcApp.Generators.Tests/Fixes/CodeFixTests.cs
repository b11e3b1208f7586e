using IpcApp.Generators.Tests.Support;

namespace IpcApp.Generators.Tests.Fixes;

public sealed class CodeFixTests
{
    private const string Takes = "public class A : IIpcHandler { [IpcHandle] public void M(T t) { } }\n";

    [Theory]
    [InlineData("public class A\n{\n    [IpcHandle] public void M() { }\n}", "public class A : IIpcHandler\n{")]
    [InlineData("public class A(string text)\n{\n    [IpcHandle] public string M() => text;\n}", "public class A(string text) : IIpcHandler\n{")]
    [InlineData("public class A : object\n{\n    [IpcHandle] public void M() { }\n}", "public class A : object, IIpcHandler\n{")]
    [InlineData("public record A\n{\n    [IpcHandle] public void M() { }\n}", "public record A : IIpcHandler\n{")]
    public Task IPC0001_implements_the_interface(string source, string expected)
        => Gives("IPC0001", "Implement IIpcHandler", source, expected);

    [Fact]
    public async Task IPC0001_offers_nothing_for_a_struct()
        => Assert.Empty(await FixRun.Titles("public struct A { [IpcHandle] public void M() { } }"));

    [Fact]
    public Task IPC0003_returns_a_task()
        => Gives(
            "IPC0003",
            "Return Task",
            "public class A : IIpcHandler { [IpcOn] public async void M() => await Task.Yield(); }",
            "public async Task M() => await Task.Yield();");

    [Fact]
    public Task IPC0013_takes_the_parameter_from_services()
        => Gives(
            "IPC0013",
            "Add [FromServices]",
            "public class A : IIpcHandler { [IpcHandle] public void M(int a, IDisposable service) { } }",
            "M(int a, [FromServices] IDisposable service)");

    [Theory]
    [InlineData("Make the setter 'init'", "public class T { public int A { get; private set; } = 5; }", "public int A { get; init; } = 5;")]
    [InlineData("Add 'init'", "public class T { public List<int> A { get; } = []; }", "public List<int> A { get; init; } = [];")]
    [InlineData(
        "Add [JsonInclude]",
        "public class T\n{\n    /// <summary>A.</summary>\n    public int A { get; private set; }\n}",
        "    /// <summary>A.</summary>\n    [System.Text.Json.Serialization.JsonInclude]\n    public int A { get; private set; }\n")]
    public Task IPC0027_lets_the_member_be_set(string title, string source, string expected)
        => Gives("IPC0027", title, Takes + source, expected);

    [Theory]
    [InlineData("public class T { public int A { get; private set; } public void M() => A = 1; }", "Add [JsonInclude]")]
    [InlineData("public class T { public int A { get; private set; } public void M() => this.A++; }", "Add [JsonInclude]")]
    [InlineData("public abstract class B { public abstract int A { get; } } public class T : B { public override int A { get; } = 1; }")]
    public async Task IPC0027_offers_only_what_compiles(string source, params string[] titles)
        => Assert.Equal(titles, await FixRun.Titles(Takes + source));

    [Theory]
    [InlineData("public class T { public int A = 5; }", "public int A { get; set; } = 5;")]
    [InlineData("public class T { public readonly string? A; }", "public string? A { get; init; }")]
    public Task IPC0028_makes_a_property_of_a_field(string source, string expected)
        => Gives("IPC0028", "Make it a property", Takes + source, expected);

    [Theory]
    [InlineData(
        "public readonly struct T\n{\n    public T(int a) => A = a;\n    public int A { get; }\n}",
        "    [System.Text.Json.Serialization.JsonConstructor]\n    public T(int a) => A = a;")]
    [InlineData(
        "public readonly struct T(int a)\n{\n    public int A { get; } = a;\n}",
        "[method: System.Text.Json.Serialization.JsonConstructor]\npublic readonly struct T(int a)")]
    [InlineData(
        "public class T\n{\n    public T() { }\n    public T(int a) => A = a;\n    public int A { get; }\n}",
        "    [System.Text.Json.Serialization.JsonConstructor]\n    public T(int a) => A = a;")]
    public Task IPC0031_marks_the_constructor(string source, string expected)
        => Gives("IPC0031", "Mark the constructor with [JsonConstructor]", Takes + source, expected);

    [Fact]
    public void Each_fix_is_for_a_diagnostic_that_exists()
    {
        var known = AnalyzerRun.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(descriptor => descriptor.Id).ToHashSet();
        Assert.All(FixRun.Providers.SelectMany(provider => provider.FixableDiagnosticIds), id => Assert.Contains(id, known));
    }

    private static async Task Gives(string id, string title, string source, string expected)
        => Assert.Contains(expected, (await FixRun.Apply(id, title, source)).ReplaceLineEndings("\n"), StringComparison.Ordinal);
}
