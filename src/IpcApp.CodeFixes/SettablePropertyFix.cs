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
        // An override must have the accessors of what it overrides.
        if (node.AccessorList is not { } accessors || node.Modifiers.Any(SyntaxKind.OverrideKeyword))
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

        if (!IsSetLater(node))
        {
            var init = AccessorDeclaration(
                    SyntaxKind.InitAccessorDeclaration, setter.AttributeLists, [], setter.Body, setter.ExpressionBody)
                .WithSemicolonToken(setter.SemicolonToken)
                .WithLeadingTrivia(setter.GetLeadingTrivia());
            yield return new("Make the setter 'init'", node.WithAccessorList(accessors.ReplaceNode(setter, init)));
        }

        yield return new("Add [JsonInclude]", node.WithAttribute(Attributes.List(Attributes.JsonInclude)));
    }

    /// <summary>Whether the type, or another part of it, may set the property outside of a constructor.</summary>
    private static bool IsSetLater(PropertyDeclarationSyntax node)
    {
        if (node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type || type.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return true;
        }

        return type.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == node.Identifier.ValueText && IsWritten(name))
            .Any(name => name.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is null);
    }

    private static bool IsWritten(IdentifierNameSyntax name)
    {
        ExpressionSyntax written = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return written.Parent switch
        {
            AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment => assignment.Left == written,
            PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax => true,
            ArgumentSyntax argument => argument.Parent is TupleExpressionSyntax,
            _ => false,
        };
    }
}
