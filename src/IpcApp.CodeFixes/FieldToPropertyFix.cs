using System.Composition;
using IpcApp.CodeFixes.Internal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace IpcApp.CodeFixes;

/// <summary>IPC0028: makes properties of fields.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class FieldToPropertyFix() : SyntaxFix<FieldDeclarationSyntax>("IPC0028")
{
    private protected override IEnumerable<Replacement> Mend(FieldDeclarationSyntax node)
    {
        if (node.Modifiers.Any(SyntaxKind.VolatileKeyword) || node.Modifiers.Any(SyntaxKind.FixedKeyword))
        {
            return [];
        }

        var properties = node.Declaration.Variables.Select((variable, i) => PropertyOf(node, variable, isFirst: i == 0));
        return [new("Make it a property", [.. properties])];
    }

    private static PropertyDeclarationSyntax PropertyOf(FieldDeclarationSyntax field, VariableDeclaratorSyntax variable, bool isFirst)
    {
        var isReadOnly = field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword);
        var semicolon = Token(SyntaxKind.SemicolonToken);
        var accessors = AccessorList(List(
        [
            AccessorDeclaration(SyntaxKind.GetAccessorDeclaration).WithSemicolonToken(semicolon),
            AccessorDeclaration(isReadOnly ? SyntaxKind.InitAccessorDeclaration : SyntaxKind.SetAccessorDeclaration)
                .WithSemicolonToken(semicolon),
        ]));
        var property = PropertyDeclaration(field.Declaration.Type.WithTrailingTrivia(Space), variable.Identifier.WithTrailingTrivia(Space))
            .WithAttributeLists(field.AttributeLists)
            .WithModifiers(TokenList(field.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.ReadOnlyKeyword))))
            .WithAccessorList(accessors);
        if (variable.Initializer is { } initializer)
        {
            property = property.WithInitializer(initializer.WithLeadingTrivia(Space)).WithSemicolonToken(semicolon);
        }

        return (isFirst ? property.WithLeadingTrivia(field.GetLeadingTrivia()) : property.WithLeadingTrivia(ElasticMarker))
            .WithTrailingTrivia(field.GetTrailingTrivia());
    }
}
