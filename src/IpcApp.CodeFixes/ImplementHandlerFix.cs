using System.Composition;
using IpcApp.CodeFixes.Internal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace IpcApp.CodeFixes;

/// <summary>IPC0001: adds the interface that makes a class a handler.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ImplementHandlerFix() : SyntaxFix<TypeDeclarationSyntax>("IPC0001")
{
    private protected override IEnumerable<Replacement> Mend(TypeDeclarationSyntax node)
    {
        if (node is not ClassDeclarationSyntax && !node.IsKind(SyntaxKind.RecordDeclaration))
        {
            return []; // structs and interfaces cannot be handlers
        }

        var handler = SimpleBaseType(ParseTypeName("global::IpcApp.IIpcHandler"));
        var type = node.BaseList is null ? WithFirstBase(node, handler) : node.WithBaseList(node.BaseList.AddTypes(handler));
        return [new("Implement IIpcHandler", type)];
    }

    // The line ends behind what the list is put after: the name, its type parameters or its constructor's parameters.
    private static TypeDeclarationSyntax WithFirstBase(TypeDeclarationSyntax node, BaseTypeSyntax handler)
    {
        var last = node.ParameterList?.CloseParenToken ?? node.TypeParameterList?.GreaterThanToken ?? node.Identifier;
        var list = BaseList(SingletonSeparatedList(handler)).WithTrailingTrivia(last.TrailingTrivia);
        return node.ReplaceToken(last, last.WithTrailingTrivia(Space)).WithBaseList(list);
    }
}
