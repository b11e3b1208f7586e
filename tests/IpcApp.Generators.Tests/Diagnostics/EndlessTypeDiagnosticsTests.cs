using IpcApp.Generators.Tests.Support;

namespace IpcApp.Generators.Tests.Diagnostics;

/// <summary>Generic types whose members are ever longer types. Without the rule generator and analyzers would not end.</summary>
public sealed class EndlessTypeDiagnosticsTests
{
    private const string Takes = "public class A : IIpcHandler { [IpcHandle] public void M(T t) { } } ";
    private const string Node = "public class Node<X> { public X? Value { get; set; } public Node<List<X>>? Next { get; set; } public Node<X[]>? Last { get; set; } } ";

    [Theory]
    [InlineData("public class T { public Node<int>? Root { get; set; } }")]
    [InlineData("public class T : Node<int>;")]
    [InlineData("public class T { public List<Dictionary<string, Node<int>>> All { get; set; } = []; }")]
    public async Task IPC0032_for_a_type_whose_members_are_ever_longer_types(string type)
        => await AnalyzerRun.Reports("IPC0032", "'T' cannot cross, since it contains 'Node<X>'", Takes, Node, type);

    [Theory]
    [InlineData("public class T { public int A { get; set; } [System.Text.Json.Serialization.JsonIgnore] public Node<int>? Root { get; set; } }")]
    [InlineData("public class T { public List<List<List<List<List<List<List<List<int>>>>>>>> Deep { get; set; } = []; }")]
    [InlineData("public class T { public Chain<int>? Root { get; set; } } public class Chain<X> { public Chain<X>? Next { get; set; } }")]
    public async Task A_type_that_does_not_grow_is_fine(string type) => await AnalyzerRun.ReportsNothing(Takes, Node, type);
}
