using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpcApp.Generators.Tests.Support;

/// <summary>Compiles what a user would write, against the real run-time assembly and the frameworks of this process.</summary>
internal static class TestCompilation
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using IpcApp;
        global using Microsoft.AspNetCore.Mvc;
        global using Microsoft.Extensions.DependencyInjection;
        """;

    private static readonly string IpcAppPath = typeof(IIpcHandler).Assembly.Location;

    private static readonly MetadataReference[] Frameworks =
        [.. FilesOf(typeof(object)).Concat(FilesOf(typeof(Microsoft.AspNetCore.Builder.WebApplication))).Select(FromFile)];

    public static CSharpCompilation Create(params string[] sources) => Create("TestApp", OutputKind.DynamicallyLinkedLibrary, sources);

    public static CSharpCompilation Create(string assemblyName, OutputKind kind, params string[] sources)
        => Create(assemblyName, kind, ParseOptions, sources);

    /// <summary>Compiles in the version of C# that comes next.</summary>
    public static CSharpCompilation CreatePreview(string assemblyName, OutputKind kind, params string[] sources)
        => Create(assemblyName, kind, ParseOptions.WithLanguageVersion(LanguageVersion.Preview), sources);

    private static CSharpCompilation Create(string assemblyName, OutputKind kind, CSharpParseOptions parseOptions, string[] sources)
    {
        var trees = sources.Prepend(Usings).Select((source, i) => CSharpSyntaxTree.ParseText(source, parseOptions, path: $"File{i}.cs"));
        var options = new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);
        return CSharpCompilation.Create(assemblyName, trees, [.. Frameworks, FromFile(IpcAppPath)], options);
    }

    public static CSharpCompilation WithoutIpcApp(this CSharpCompilation compilation)
        => compilation.RemoveReferences(compilation.References.Where(reference => reference.Display == IpcAppPath));

    /// <summary>Fails on errors and warnings alike: a user's build may treat warnings as errors.</summary>
    public static T AssertClean<T>(this T compilation)
        where T : Compilation
    {
        var found = compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Id != "CS1701").ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
        return compilation;
    }

    /// <summary>The assembly's bytes.</summary>
    public static byte[] EmitClean(this Compilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.AssertClean().Emit(stream);
        Assert.True(result.Success);
        return stream.ToArray();
    }

    // The native libraries beside a framework's assemblies are no references.
    private static IEnumerable<string> FilesOf(Type type)
        => Directory.EnumerateFiles(Path.GetDirectoryName(type.Assembly.Location)!, "*.dll").Where(IsManaged);

    private static bool IsManaged(string path)
    {
        using var file = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(path));
        return file.HasMetadata;
    }

    private static PortableExecutableReference FromFile(string path) => MetadataReference.CreateFromFile(path);
}
