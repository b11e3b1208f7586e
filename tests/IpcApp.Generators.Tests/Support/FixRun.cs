using System.Globalization;
using IpcApp.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace IpcApp.Generators.Tests.Support;

/// <summary>Applies a code fix to user code, as an editor does.</summary>
internal static class FixRun
{
    public static readonly IReadOnlyList<CodeFixProvider> Providers =
    [
        new ImplementHandlerFix(), new ReturnTaskFix(), new FromServicesFix(), new SettablePropertyFix(), new FieldToPropertyFix(),
        new ChooseConstructorFix(),
    ];

    /// <summary>
    /// Applies the fix of this title for the one diagnostic there is. What comes out must compile, and nothing may be reported any more.
    /// </summary>
    /// <returns>The fixed source.</returns>
    public static async Task<string> Apply(string id, string title, string source)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var diagnostic = Assert.Single(await AnalyzerRun.Of(source));
        Assert.Equal(id, diagnostic.Id);

        using var workspace = new AdhocWorkspace();
        var document = AddDocument(workspace, source);
        var actions = await FindActions(document, diagnostic);
        var action = Assert.Single(actions, one => one.Title == title);
        var operations = await action.GetOperationsAsync(cancellation);
        var changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution.GetDocument(document.Id)!;
        var text = (await changed.GetTextAsync(cancellation)).ToString();

        await AnalyzerRun.ReportsNothing(text);
        TestCompilation.Create(text).AssertClean();
        return text;
    }

    /// <summary>The titles of what an editor offers for the one diagnostic there is.</summary>
    public static async Task<IReadOnlyList<string>> Titles(string source)
    {
        var diagnostic = Assert.Single(await AnalyzerRun.Of(source));
        using var workspace = new AdhocWorkspace();
        return [.. (await FindActions(AddDocument(workspace, source), diagnostic)).Select(action => action.Title)];
    }

    private static Document AddDocument(AdhocWorkspace workspace, string source)
    {
        var compilation = TestCompilation.Create(source);
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "TestApp", "TestApp", LanguageNames.CSharp,
            compilationOptions: compilation.Options, parseOptions: TestCompilation.ParseOptions, metadataReferences: compilation.References));
        foreach (var tree in compilation.SyntaxTrees)
        {
            workspace.AddDocument(project.Id, tree.FilePath, SourceText.From(tree.ToString()));
        }

        return workspace.CurrentSolution.Projects.Single().Documents.Single(document => document.Name == "File1.cs");
    }

    // The diagnostic is of another compilation of the same text.
    private static async Task<List<CodeAction>> FindActions(Document document, Diagnostic found)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var tree = (await document.GetSyntaxTreeAsync(cancellation))!;
        var descriptor = new DiagnosticDescriptor(
            found.Id, "title", found.GetMessage(CultureInfo.InvariantCulture), "IpcApp", found.DefaultSeverity, true);
        var diagnostic = Diagnostic.Create(
            descriptor,
            Location.Create(tree, found.Location.SourceSpan),
            found.AdditionalLocations.Select(location => Location.Create(tree, location.SourceSpan)));
        var actions = new List<CodeAction>();
        foreach (var provider in Providers.Where(one => one.FixableDiagnosticIds.Contains(found.Id)))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellation));
        }

        return actions;
    }
}
