using IpcApp.Generators.Tests.Support;

namespace IpcApp.Generators.Tests.Diagnostics;

public sealed class ParameterDiagnosticsTests
{
    [Theory]
    [InlineData("ref int p", "passed by reference")]
    [InlineData("in int p", "passed by reference")]
    [InlineData("ref readonly int p", "passed by reference")]
    [InlineData("out int p", "an out parameter")]
    [InlineData("int* p", "a pointer")]
    [InlineData("delegate*<void> p", "a pointer")]
    [InlineData("ReadOnlySpan<byte> p", "a ref struct")]
    [InlineData("params List<int> p", "a params collection")]
    [InlineData("params ReadOnlySpan<int> p", "a ref struct")]
    public Task IPC0005_a_parameter_can_be_passed(string parameter, string obstacle)
        => AnalyzerRun.Reports("IPC0005", $"Parameter 'p' of 'A.M' is {obstacle}, which cannot be bound", WithParameter(parameter));

    [Theory]
    [InlineData("IDisposable p", "System.IDisposable")]
    [InlineData("IServiceProvider? p", "System.IServiceProvider?")]
    [InlineData("IServiceProvider? p = null", "System.IServiceProvider?")]
    [InlineData("Action p", "System.Action")]
    public Task IPC0013_a_service_is_not_taken_from_the_page(string parameter, string type)
        => AnalyzerRun.Reports("IPC0013", $"can never be a '{type}'; add [FromServices]", WithParameter(parameter));

    [Theory]
    [InlineData("IpcMainInvokeEvent e, int a, string? b, CancellationToken t, IProgress<int> p, IpcArguments all")]
    [InlineData("IReadOnlyList<int> a, IDictionary<string, int>? b, System.Collections.Immutable.IImmutableList<int> c")]
    [InlineData("[FromServices] IDisposable a, [FromKeyedServices(\"k\")] IDisposable b")]
    [InlineData("IShape shape")]
    [InlineData("params int[] p")]
    [InlineData("ReadOnlyMemory<byte> p")]
    public Task A_good_parameter_is_not_reported(string parameters)
        => AnalyzerRun.ReportsNothing(
            WithParameter(parameters),
            """
            [System.Text.Json.Serialization.JsonDerivedType(typeof(Circle), "circle")] public interface IShape;
            public class Circle : IShape;
            """);

    private static string WithParameter(string parameter)
        => $"public unsafe class A : IIpcHandler {{ [IpcHandle] public void M({parameter}) => throw new Exception(); }}";
}
