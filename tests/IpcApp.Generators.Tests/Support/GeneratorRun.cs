using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpcApp.Generators.Tests.Support;

/// <summary>One run of the generator over a compilation.</summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(GeneratorDriverRunResult result, Compilation output)
    {
        Files = result.Results.Single().GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
        Output = output;
    }

    /// <summary>The generated files by name.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>The user's code and the generated code.</summary>
    public Compilation Output { get; }

    public static GeneratorRun Of(params string[] sources) => Of(TestCompilation.Create(sources));

    public static GeneratorRun Of(CSharpCompilation compilation)
    {
        var driver = CreateDriver((CSharpParseOptions)compilation.SyntaxTrees[0].Options).RunGeneratorsAndUpdateCompilation(
            compilation, out var output, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        return new(driver.GetRunResult(), output);
    }

    public static GeneratorDriver CreateDriver(CSharpParseOptions? parseOptions = null)
        => CSharpGeneratorDriver.Create(
            [new HandlerGenerator().AsSourceGenerator()],
            parseOptions: parseOptions ?? TestCompilation.ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The generated method that runs a handler, without its signature and braces.</summary>
    public string InvokerBody(string file, string invoker)
    {
        var lines = Files[file].Split('\n');
        var signature = $" {invoker}(global::IpcApp.Infrastructure.IpcCall ";
        var start = Array.FindIndex(lines, line => line.Contains(signature, StringComparison.Ordinal));
        Assert.True(start >= 0, $"{file} has no invoker {invoker}:\n{Files[file]}");
        return string.Join('\n', lines.Skip(start + 2).TakeWhile(line => line != "    }").Select(line => line[8..]));
    }
}
