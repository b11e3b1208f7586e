using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace IpcApp.CodeFixes.Internal;

/// <summary>Makes attributes. The simplifier shortens the names where a using directive allows it.</summary>
internal static class Attributes
{
    private const string Json = "global::System.Text.Json.Serialization.";

    public const string JsonConstructor = Json + "JsonConstructor";
    public const string JsonInclude = Json + "JsonInclude";
    public const string FromServices = "global::Microsoft.AspNetCore.Mvc.FromServices";

    public static AttributeListSyntax List(string name, AttributeTargetSpecifierSyntax? target = null)
        => AttributeList(target, SingletonSeparatedList(Attribute(ParseName(name))));

    /// <summary>Puts an attribute in front of a declaration, behind the comments that stand there.</summary>
    public static T WithAttribute<T>(this T declaration, AttributeListSyntax list)
        where T : MemberDeclarationSyntax
    {
        var first = list.WithLeadingTrivia(declaration.GetLeadingTrivia()).WithTrailingTrivia(ElasticLineFeed);
        var lists = declaration.WithLeadingTrivia(ElasticMarker).AttributeLists.Insert(0, first);
        return (T)declaration.WithLeadingTrivia(ElasticMarker).WithAttributeLists(lists);
    }
}
