using System.Composition;
using IpcApp.CodeFixes.Internal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace IpcApp.CodeFixes;

/// <summary>IPC0013: takes a parameter from dependency injection.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class FromServicesFix() : SyntaxFix<ParameterSyntax>("IPC0013")
{
    private protected override IEnumerable<Replacement> Mend(ParameterSyntax node)
    {
        var list = Attributes.List(Attributes.FromServices).WithTrailingTrivia(Space);
        var bare = node.WithoutLeadingTrivia();
        var parameter = bare.WithAttributeLists(bare.AttributeLists.Insert(0, list)).WithLeadingTrivia(node.GetLeadingTrivia());
        return [new("Add [FromServices]", parameter)];
    }
}
