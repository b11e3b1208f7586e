using System.Composition;
using IpcApp.CodeFixes.Internal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace IpcApp.CodeFixes;

/// <summary>IPC0031: marks the constructor that takes the members.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ChooseConstructorFix() : SyntaxFix<MemberDeclarationSyntax>("IPC0031")
{
    private protected override Location? LocationOf(Diagnostic diagnostic) => diagnostic.AdditionalLocations is { Count: > 0 } all ? all[0] : null;

    private protected override IEnumerable<Replacement> Mend(MemberDeclarationSyntax node)
    {
        // A primary constructor has no declaration of its own: its attributes stand in front of the type.
        var target = node is ConstructorDeclarationSyntax ? null : AttributeTargetSpecifier(Token(SyntaxKind.MethodKeyword));
        return [new("Mark the constructor with [JsonConstructor]", node.WithAttribute(Attributes.List(Attributes.JsonConstructor, target)))];
    }
}
