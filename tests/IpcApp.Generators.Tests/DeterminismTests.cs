using IpcApp.Generators.Tests.Support;

namespace IpcApp.Generators.Tests;

public sealed class DeterminismTests
{
    private static readonly string[] Sources =
    [
        """
        namespace B;
        public partial class NotesHandler : IIpcHandler { [IpcHandle("b2")] public int Second(Tag<int> one, Tag<string[]>? two) => 1; }
        """,
        """
        namespace B;
        public partial class NotesHandler { [IpcOn("b1")] public void First() { } [IpcHandle("b0")] public int Zeroth() => 1; }
        """,
        """namespace A; public class NotesHandler : IIpcHandler { [IpcHandle("a")] public int M() => 1; }""",
        """namespace B; public record Tag<T>(T Value, Tag<T>? Next); [Flags] public enum Unused { None }""",
        """public class ZHandler : A.NotesHandler { [IpcHandle("z")] public int Z() => 1; }""",
    ];

    [Fact]
    public void The_same_files_in_another_order_give_the_same_text()
    {
        var compilation = TestCompilation.Create(Sources);
        var trees = compilation.SyntaxTrees;

        var forwards = GeneratorRun.Of(compilation);
        var backwards = GeneratorRun.Of(compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees.Reverse()));

        Assert.Equal(Sorted(forwards), Sorted(backwards));
        forwards.Output.AssertClean();
    }

    [Fact]
    public void Registrations_follow_the_source_and_handlers_their_names()
        => Assert.Equal(
            ["a", "b2", "b1", "b0", "a", "z"],
            LoadedApp.Load(Sources).Registrations().Select(registration => registration.Channel));

    [Fact]
    public void Line_ends_are_the_same_on_every_system()
        => Assert.All(Sorted(GeneratorRun.Of(Sources)), file => Assert.DoesNotContain('\r', file.Value));

    // Without the compiler's own embedded attribute, which is none of ours.
    private static List<KeyValuePair<string, string>> Sorted(GeneratorRun run)
        => [
            .. run.Files
                .Where(file => file.Key.EndsWith(".g.cs", StringComparison.Ordinal))
                .OrderBy(file => file.Key, StringComparer.Ordinal),
        ];
}
