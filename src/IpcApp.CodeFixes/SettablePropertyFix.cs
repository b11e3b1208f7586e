using System.Composition;
using IpcApp.CodeFixes.Internal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace IpcApp.CodeFixes;

/// <summary>IPC0027: lets a member be set by what a page sends.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SettablePropertyFix() : SyntaxFix<PropertyDeclarationSyntax>("IPC0027")
{
    private protected override IEnumerable<Replacement> Mend(PropertyDeclarationSyntax node)
    {
        if (node.AccessorList is not { } accessors)
        {
            yield break;
        }

        var setter = accessors.Accessors.FirstOrDefault(
            one => one.IsKind(SyntaxKind.SetAccessorDeclaration) || one.IsKind(SyntaxKind.InitAccessorDeclaration));
        if (setter is null)
        {
            var added = AccessorDeclaration(SyntaxKind.InitAccessorDeclaration).WithSemicolonToken(Token(SyntaxKind.SemicolonToken));
            yield return new("Add 'init'", node.WithAccessorList(accessors.AddAccessors(added)));
            yield break;
        }

        var init = AccessorDeclaration(
                SyntaxKind.InitAccessorDeclaration, setter.AttributeLists, [], setter.Body, setter.ExpressionBody)
            .WithSemicolonToken(setter.SemicolonToken)
            .WithLeadingTrivia(setter.GetLeadingTrivia());
        yield return new("Make the setter 'init'", node.WithAccessorList(accessors.ReplaceNode(setter, init)));
        yield return new("Add [JsonInclude]", node.WithAttribute(Attributes.List(Attributes.JsonInclude)));
    }
}
