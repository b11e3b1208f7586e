using IpcApp.Generators.Internal.Models;
using IpcApp.Generators.Internal.Reading;
using IpcApp.Generators.Internal.Reading.Codecs;
using IpcApp.Generators.Internal.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpcApp.Generators;

/// <summary>
/// Finds handler classes at compile time and writes what binds them: a file for each, a catalog for the assembly, and the method
/// <c>AddIpcHandlers</c> that an app calls.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class HandlerGenerator : IIncrementalGenerator
{
    /// <summary>The tracked step whose outputs are the models of the handler classes.</summary>
    public const string HandlersStep = "Handlers";

    /// <summary>The tracked step whose output describes the assembly and its references.</summary>
    public const string AssemblyStep = "Assembly";

    /// <summary>The tracked step whose output are the codecs of the types that cross.</summary>
    public const string CodecsStep = "Codecs";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());

        var assembly = context.CompilationProvider.Select(AssemblyReader.Read).WithTrackingName(AssemblyStep);
        var found = FindHandlers(context);
        var handlers = found.Select(static (all, _) => NamedHandler.NameAll(all.Select(one => one.Handler))).WithTrackingName(HandlersStep);

        var single = handlers.SelectMany(static (all, _) => all).Combine(assembly.Select(static (a, _) => a.Namespace));
        context.RegisterSourceOutput(
            single, static (output, pair) => output.AddSource(pair.Left.FileName, HandlerWriter.Write(pair.Left, pair.Right)));

        var classNames = handlers.Select(static (all, _) => new EquatableArray<string>(all.Select(handler => handler.ClassName)));
        context.RegisterSourceOutput(classNames.Combine(assembly), static (output, pair) => WriteAssembly(output, pair.Left, pair.Right));
        WriteCodecs(context, found, assembly);
    }

    private static void WriteCodecs(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<EquatableArray<FoundHandler>> handlers,
        IncrementalValueProvider<AssemblyModel> assembly)
    {
        var codecs = handlers.Combine(CodecSources.OfCalls(context)).Combine(CodecSources.OfAttributes(context)).Combine(assembly)
            .Select(static (all, _) => all.Right.ReferencesIpcApp
                ? CodecSet.Create(all.Left.Left.Left.SelectMany(one => one.Codecs).Concat(all.Left.Left.Right).Concat(all.Left.Right))
                : CodecSet.Create([]))
            .WithTrackingName(CodecsStep);
        var containingNamespace = assembly.Select(static (a, _) => a.Namespace);
        context.RegisterSourceOutput(
            codecs.SelectMany(static (all, _) => all.Objects).Combine(containingNamespace),
            static (output, pair) => output.AddSource(pair.Left.FileName, WriteClass(pair.Left, pair.Right)));
        context.RegisterSourceOutput(codecs.Combine(containingNamespace), static (output, pair) =>
        {
            if (!pair.Left.IsEmpty)
            {
                output.AddSource("IpcCodecCatalog.g.cs", CodecCatalogWriter.Write(pair.Left, pair.Right));
            }
        });
    }

    private static string WriteClass(NamedCodec named, string containingNamespace)
        => named.Codec.Kind == CodecKind.Tuple ? TupleCodecWriter.Write(named, containingNamespace) : CodecWriter.Write(named, containingNamespace);

    private static void WriteAssembly(SourceProductionContext output, EquatableArray<string> classNames, AssemblyModel assembly)
    {
        if (classNames.Count > 0)
        {
            output.AddSource("IpcHandlerCatalog.g.cs", CatalogWriter.Write(classNames, assembly.Namespace));
        }

        if (assembly.ReferencesIpcApp)
        {
            output.AddSource("AddIpcHandlers.g.cs", ExtensionWriter.Write(assembly, classNames.Count > 0));
        }
    }

    private static IncrementalValueProvider<EquatableArray<FoundHandler>> FindHandlers(IncrementalGeneratorInitializationContext context)
    {
        var found = FindInheriting(context);
        foreach (var kind in HandlerSymbols.Kinds)
        {
            found = found.Combine(FindByAttribute(context, kind))
                .Select(static (pair, _) => new EquatableArray<FoundHandler>(pair.Left.Concat(pair.Right)));
        }

        return found;
    }

    private static IncrementalValueProvider<EquatableArray<FoundHandler>> FindByAttribute(
        IncrementalGeneratorInitializationContext context, ChannelKind kind)
        => Collect(context.SyntaxProvider.ForAttributeWithMetadataName(
            $"IpcApp.Ipc{kind}Attribute",
            static (node, _) => node is MethodDeclarationSyntax,
            (found, _) => HandlerReader.ReadDeclaringClass((IMethodSymbol)found.TargetSymbol, kind, found.SemanticModel.Compilation)));

    // A class that only inherits its handler methods has no attribute to be found by.
    private static IncrementalValueProvider<EquatableArray<FoundHandler>> FindInheriting(IncrementalGeneratorInitializationContext context)
        => Collect(context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax
                && node is TypeDeclarationSyntax { BaseList: not null } type
                && !type.Modifiers.Any(SyntaxKind.AbstractKeyword),
            static (found, cancellation) => found.SemanticModel.GetDeclaredSymbol(found.Node, cancellation) is INamedTypeSymbol type
                ? HandlerReader.ReadInheriting(type, found.SemanticModel.Compilation)
                : null));

    private static IncrementalValueProvider<EquatableArray<FoundHandler>> Collect(IncrementalValuesProvider<FoundHandler?> models)
        => models.Where(static model => model is not null).Collect().Select(static (all, _) => new EquatableArray<FoundHandler>(all!));
}
