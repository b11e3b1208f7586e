using IpcApp.Generators.Tests.Support;

namespace IpcApp.Generators.Tests.Diagnostics;

public sealed class MethodDiagnosticsTests
{
    [Theory]
    [InlineData("[IpcOn] public async void M() => await Task.Yield();")]
    [InlineData("[IpcHandle] public static async void M() => await Task.Yield();")]
    public Task IPC0003_a_handler_method_is_not_async_void(string method) => Reports("IPC0003", "'A.M' is async void", method);

    [Fact]
    public Task IPC0006_a_handler_method_is_not_generic()
        => Reports("IPC0006", "'A.M' is generic, and a message carries no type arguments", "[IpcHandle] public T M<T>(T t) => t;");

    [Theory]
    [InlineData("[IpcHandle] private int M() => 1;", "private")]
    [InlineData("[IpcHandle] int M() => 1;", "private")]
    [InlineData("[IpcHandle] protected int M() => 1;", "protected")]
    [InlineData("[IpcHandle] private protected int M() => 1;", "private protected")]
    public Task IPC0007_a_handler_method_is_accessible(string method, string accessibility)
        => Reports("IPC0007", $"'A.M' is {accessibility}, so it cannot be called", method);

    [Fact]
    public Task IPC0007_an_explicit_implementation_is_as_accessible_as_its_interface()
        => AnalyzerRun.Reports(
            "IPC0007",
            "'A.M' is part of a private interface only",
            "public class A : A.I, IIpcHandler { private interface I { int M(); } [IpcHandle] int I.M() => 1; }");

    [Fact]
    public Task IPC0007_a_static_method_of_an_interface_cannot_be_called()
        => AnalyzerRun.Reports(
            "IPC0007",
            "'A.M' is static and part of an interface only",
            "public interface I { static abstract int M(); } public class A : I, IIpcHandler { [IpcHandle] static int I.M() => 1; }");

    [Fact]
    public Task IPC0007_a_handler_method_is_not_abstract()
        => AnalyzerRun.Reports("IPC0007", "'B.M' is abstract", """
            public abstract class B : IIpcHandler { [IpcHandle] public abstract int M(); }
            public class A : B { [IpcHandle] public override int M() => 1; }
            """);

    [Theory]
    [InlineData("[IpcHandle] public void M(IpcMainEvent e) { }", "is an IpcMainEvent, but a method with [IpcHandle] gets an IpcMain")]
    [InlineData("[IpcHandleOnce] public void M(IpcMainEvent e) { }", "with [IpcHandleOnce] gets an IpcMainInvokeEvent")]
    [InlineData("[IpcOn] public void M(IpcMainInvokeEvent e) { }", "with [IpcOn] gets an IpcMainEvent")]
    [InlineData("[IpcOnce] public void M(int i, IpcMainInvokeEvent e) { }", "with [IpcOnce] gets an IpcMainEvent")]
    [InlineData("[IpcSync] public void M(IpcMainInvokeEvent e) { }", "with [IpcSync] gets an IpcMainEvent")]
    [InlineData("[IpcHandle, IpcOn] public void M(IpcMainInvokeEvent e) { }", "with [IpcOn] gets an IpcMainEvent")]
    public Task IPC0009_the_event_fits_the_attribute(string method, string message) => Reports("IPC0009", message, method);

    [Theory]
    [InlineData("IAsyncEnumerable<int>")]
    [InlineData("Task<IAsyncEnumerable<int>>")]
    [InlineData("Task<Task>")]
    [InlineData("Task<ValueTask<int>>")]
    [InlineData("System.Runtime.CompilerServices.ConfiguredTaskAwaitable")]
    [InlineData("Func<int>")]
    [InlineData("Span<byte>")]
    [InlineData("unsafe int*")]
    public async Task IPC0010_the_result_can_be_an_answer(string type)
    {
        await Reports("IPC0010", "'A.M' answers the page with '", $"[IpcHandle] public {type} M() => throw new Exception();");
        await Reports("IPC0010", "'A.M' answers the page with '", $"[IpcSync] public {type} M() => throw new Exception();");
    }

    [Theory]
    [InlineData("[IpcOn] public int M() => 1;", "returns 'int', but no page receives the result of a method with [IpcOn]")]
    [InlineData("[IpcOnce] public Task<string> M() => Task.FromResult(\"\");", "with [IpcOnce]")]
    [InlineData("[IpcOn] public IAsyncEnumerable<int> M() => throw new Exception();", "with [IpcOn]")]
    public Task IPC0012_the_result_has_a_receiver(string method, string message) => Reports("IPC0012", message, method);

    [Theory]
    [InlineData("[IpcOn] public void M() { }")]
    [InlineData("[IpcOn] public async Task M() => await Task.Yield();")]
    [InlineData("[IpcOn, IpcHandle] public int M() => 1;")]
    [InlineData("[IpcOnce] public ValueTask M() => default;")]
    [InlineData("[IpcHandle, IpcSync] public object M(IpcEvent e) => 1;")]
    [InlineData("[IpcHandle] internal Task<string?> M(IpcMainInvokeEvent e) => Task.FromResult<string?>(null);")]
    [InlineData("[IpcSync] public ValueTask<IEnumerable<int>> M(IpcMainEvent e) => default;")]
    [InlineData("[IpcHandle] public void N() { } public async void Unbound() => await Task.Yield();")]
    [InlineData("[IpcHandle] public void N() { } private T Unbound<T>(ref T t, IpcMainEvent e, Span<int> s) => t;")]
    public Task A_good_method_is_not_reported(string method) => AnalyzerRun.ReportsNothing(InClass(method));

    private static Task Reports(string id, string message, string method) => AnalyzerRun.Reports(id, message, InClass(method));

    private static string InClass(string method) => $"public class A : IIpcHandler {{ {method} }}";
}
