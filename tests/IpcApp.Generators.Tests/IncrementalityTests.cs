using IpcApp.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpcApp.Generators.Tests;

/// <summary>Typing in an editor must not run the generator's expensive half again: models stay equal, files stay as they are.</summary>
public sealed class IncrementalityTests
{
    private const string Handlers = """
        namespace MyApp;
        public abstract class Base : IIpcHandler { [IpcHandle] public int Inherited() => 1; }
        public sealed class DerivedHandler : Base;
        public sealed class NotesHandler(IServiceProvider services) : IIpcHandler
        {
            [IpcHandle]
            public void Keep(Note note) { }

            [IpcHandle]
            public Task<object> AddAsync(string title, int size = 3) => Task.FromResult<object>(services);

            [IpcOn("notes:draft")]
            public void Draft(IpcMainEvent e) { }
        }
        """;

    private const string Note = "namespace MyApp; public sealed record Note(int Id, List<string> Tags);";

    private const string Other = "namespace MyApp; public sealed class Other : IDisposable { public void Dispose() { } }";

    [Theory]
    [InlineData("namespace MyApp;", "// a comment\nnamespace MyApp;")]
    [InlineData("Task.FromResult<object>(services)", "throw new NotSupportedException()")]
    [InlineData("public void Draft(IpcMainEvent e) { }", "public void Draft(IpcMainEvent e) { } public int NoHandler() => 1;")]
    [InlineData("IServiceProvider services", "IServiceProvider services, string? name = null")]
    public void An_edit_that_changes_no_handler_changes_no_file(string before, string after)
        => AssertAllCached(Edit(Handlers, Handlers.Replace(before, after, StringComparison.Ordinal)));

    [Fact]
    public void An_edit_in_another_file_changes_no_file()
        => AssertAllCached(Edit(Other, "namespace MyApp; public sealed class Other : IDisposable { public void Dispose() => _ = 1; }"));

    [Fact]
    public void A_new_channel_name_writes_that_handlers_file_only()
    {
        var result = Edit(Handlers, Handlers.Replace("notes:draft", "notes:sketch", StringComparison.Ordinal));

        var outputs = result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs);
        Assert.Single(outputs, output => output.Reason == IncrementalStepRunReason.Modified);
        Assert.Contains("notes:sketch", result.GeneratedSources.Single(s => s.HintName == "MyApp.NotesHandler.g.cs").SourceText.ToString());
    }

    [Fact]
    public void A_new_member_writes_that_types_codec_only()
    {
        var result = Edit(Note, Note.Replace("int Id", "int Id, string Title", StringComparison.Ordinal));

        var outputs = result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).ToList();
        Assert.Equal(2, outputs.Count(output => output.Reason == IncrementalStepRunReason.Modified)); // and the catalog
        Assert.Contains("value.Title", result.GeneratedSources.Single(s => s.HintName == "Codec.MyApp.Note.g.cs").SourceText.ToString());
    }

    [Fact]
    public void The_models_hold_no_symbol_or_syntax()
    {
        var result = Edit(Other, Other + " // edited");
        foreach (var step in result.TrackedSteps.Where(s => s.Key is HandlerGenerator.HandlersStep or HandlerGenerator.AssemblyStep or HandlerGenerator.CodecsStep))
        {
            var values = step.Value.SelectMany(run => run.Outputs).Select(output => output.Value).ToList();
            Assert.NotEmpty(values);
            Assert.All(values, value => ObjectGraph.AssertDataOnly(value));
        }
    }

    private static void AssertAllCached(GeneratorRunResult result)
    {
        foreach (var name in new[] { HandlerGenerator.HandlersStep, HandlerGenerator.AssemblyStep, HandlerGenerator.CodecsStep })
        {
            var reasons = result.TrackedSteps[name].SelectMany(step => step.Outputs).Select(output => output.Reason).ToList();
            Assert.NotEmpty(reasons);
            Assert.All(reasons, reason => Assert.True(reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached));
        }

        var outputs = result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).ToList();
        Assert.Equal(5, outputs.Count); // two handlers, the assembly's catalog with AddIpcHandlers, a codec, and the catalog of codecs
        Assert.All(outputs, output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    /// <summary>Runs the generator, replaces one of the two files, and runs it again.</summary>
    private static GeneratorRunResult Edit(string before, string after)
    {
        Assert.NotEqual(before, after);
        var token = TestContext.Current.CancellationToken;
        var compilation = TestCompilation.Create(Handlers, Note, Other);
        var driver = GeneratorRun.CreateDriver().RunGenerators(compilation, token);

        var old = compilation.SyntaxTrees.Single(tree => tree.ToString() == before);
        var edited = CSharpSyntaxTree.ParseText(after, TestCompilation.ParseOptions, old.FilePath, cancellationToken: token);
        return driver.RunGenerators(compilation.ReplaceSyntaxTree(old, edited), token).GetRunResult().Results.Single();
    }
}
