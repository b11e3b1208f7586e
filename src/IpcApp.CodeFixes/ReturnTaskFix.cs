using System.Composition;
using IpcApp.CodeFixes.Internal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace IpcApp.CodeFixes;

/// <summary>IPC0003: lets an asynchronous handler method return a task.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ReturnTaskFix() : SyntaxFix<MethodDeclarationSyntax>("IPC0003")
{
    private protected override IEnumerable<Replacement> Mend(MethodDeclarationSyntax node)
    {
        var task = ParseTypeName("global::System.Threading.Tasks.Task").WithTriviaFrom(node.ReturnType);
        return [new("Return Task", node.WithReturnType(task))];
    }
}
