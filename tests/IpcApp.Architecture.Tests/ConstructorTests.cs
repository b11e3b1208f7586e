using IpcApp.Architecture.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpcApp.Architecture.Tests;

/// <summary>A class that needs many others does several things. Records are data, and may have as many members as a message has.</summary>
public sealed class ConstructorTests
{
    private const int MaxParameters = 8;

    [Theory]
    [InlineData("IpcApp")]
    [InlineData("IpcApp.Testing")]
    [InlineData("IpcApp.Generators")]
    public void No_class_takes_more_than_eight_others(string project)
    {
        var sources = SourceFiles.In("src", project);
        Assert.NotEmpty(sources);
        Assert.Empty(sources.SelectMany(source => TooLong(source.Value).Select(name => $"{source.Key}: {name}")));
    }

    [Fact]
    public void A_long_constructor_is_found()
    {
        var parameters = string.Join(", ", Enumerable.Range(0, MaxParameters + 1).Select(number => $"int p{number}"));

        Assert.Equal(["A", "B"], TooLong($"class A({parameters}); class B {{ B({parameters}) {{ }} }} record C({parameters}); class D(int one);"));
    }

    private static IEnumerable<string> TooLong(string source)
    {
        var classes = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>();
        return classes
            .Where(type => type.Members.OfType<ConstructorDeclarationSyntax>().Select(constructor => constructor.ParameterList)
                .Append(type.ParameterList!)
                .Any(list => list?.Parameters.Count > MaxParameters))
            .Select(type => type.Identifier.Text);
    }
}
