using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace IpcApp.Generators.Internal.Reading;

/// <summary>Names as C# takes them.</summary>
internal static class CSharpText
{
    /// <summary>With <c>@</c> where the name is a keyword.</summary>
    public static string Identifier(string name)
        => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None
            ? name
            : "@" + name;

    /// <summary>A string literal.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>
    /// A name for an assembly that is an identifier: <c>My.App</c> becomes <c>My_App</c>. An underscore is doubled, so that
    /// <c>My_App</c> is another.
    /// </summary>
    public static string AssemblyIdentifier(string assemblyName)
    {
        var text = new StringBuilder();
        foreach (var c in assemblyName)
        {
            text.Append(c switch
            {
                '.' => "_",
                '_' => "__",
                _ when SyntaxFacts.IsIdentifierPartCharacter(c) => c.ToString(),
                _ => "_x" + ((int)c).ToString("X", CultureInfo.InvariantCulture) + "_",
            });
        }

        return SyntaxFacts.IsValidIdentifier(text.ToString()) ? Identifier(text.ToString()) : "_" + text;
    }
}
