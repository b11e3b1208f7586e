using IpcApp.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Tests.Diagnostics;

public sealed class ClassDiagnosticsTests
{
    private const string Method = "[IpcHandle] public int M() => 1;";

    [Theory]
    [InlineData("public class A { " + Method + " }")]
    [InlineData("public struct A { " + Method + " }")]
    [InlineData("public interface A { [IpcHandle] int M(); }")]
    [InlineData("public static class A { [IpcOn] public static void M() { } [IpcSync] public static void N() { } }")]
    public Task IPC0001_channel_attributes_need_a_handler_class(string source)
        => AnalyzerRun.Reports("IPC0001", "'A' has methods with channel attributes", source);

    [Theory]
    [InlineData("public class A : IIpcHandler { public int M() => 1; }")]
    [InlineData("public abstract class B : IIpcHandler; public class A : B;")]
    public Task IPC0002_a_handler_class_needs_handler_methods(string source)
        => AnalyzerRun.Reports("IPC0002", "'A' implements IIpcHandler but no method has [IpcHandle]", source);

    [Theory]
    [InlineData("public class A : IIpcHandler { " + Method + " }")]
    [InlineData("public abstract class B : IIpcHandler { " + Method + " } public class A : B;")]
    [InlineData("public interface IMyHandler : IIpcHandler; public class A : IMyHandler { " + Method + " }")]
    [InlineData("public abstract class A : IIpcHandler;")]
    [InlineData("public abstract class A<T> : IIpcHandler { " + Method + " } public class B : A<int>;")]
    [InlineData("public class C { private sealed class B : A; public class A : IIpcHandler { " + Method + " } }", "IPC0008")]
    public async Task A_good_class_is_not_reported(string source, string? other = null)
        => Assert.Equal(other is null ? [] : [other], (await AnalyzerRun.Of(source)).Select(diagnostic => diagnostic.Id));

    [Theory]
    [InlineData("public class A<T> : IIpcHandler { " + Method + " }")]
    [InlineData("public class B<T> { public class A : IIpcHandler { " + Method + " } }")]
    public Task IPC0006_a_handler_class_is_not_generic(string source)
        => AnalyzerRun.Reports("IPC0006", "'A' is generic, and a message carries no type arguments; derive a class", source);

    [Theory]
    [InlineData("internal abstract class A : IIpcHandler { " + Method + " }", "abstract and nothing derives from it")]
    [InlineData("public class B { internal abstract class A : IIpcHandler { " + Method + " } }", "abstract and nothing derives from it")]
    [InlineData("public class B { private class A : IIpcHandler { " + Method + " } }", "private to the class around it")]
    [InlineData("public class B { protected class A : IIpcHandler { " + Method + " } }", "private to the class around it")]
    [InlineData("file class A : IIpcHandler { " + Method + " }", "visible in its own file only")]
    [InlineData("public struct A : IIpcHandler { " + Method + " }", "not a class")]
    public Task IPC0008_a_handler_class_can_be_created(string source, string reason)
        => AnalyzerRun.Reports("IPC0008", $"'A' is {reason}", source);

    [Fact]
    public async Task IPC0008_in_an_app_nobody_else_can_derive_from_a_public_class()
    {
        const string Source = "public abstract class A : IIpcHandler { " + Method + " } class P { static void Main() { } }";
        var found = await AnalyzerRun.Of(TestCompilation.Create("App", OutputKind.ConsoleApplication, Source));

        Assert.Equal("IPC0008", Assert.Single(found).Id);
    }
}
