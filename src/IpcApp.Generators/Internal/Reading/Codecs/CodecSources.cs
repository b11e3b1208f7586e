using IpcApp.Generators.Internal.Models;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading.Codecs;

/// <summary>Where, beside the signatures of handlers, types that cross are found.</summary>
internal static class CodecSources
{
    private const string Attribute = "IpcApp.IpcSerializableAttribute";

    public static IncrementalValueProvider<EquatableArray<CodecModel>> OfCalls(IncrementalGeneratorInitializationContext context)
        => Collect(context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) => CallSites.IsCandidate(node),
            static (found, cancellation) => CodecReader.Read(
                CallSites.TypesAt(found.Node, found.SemanticModel, cancellation), found.SemanticModel.Compilation)));

    public static IncrementalValueProvider<EquatableArray<CodecModel>> OfAttributes(IncrementalGeneratorInitializationContext context)
        => Collect(context.SyntaxProvider.ForAttributeWithMetadataName(
            Attribute,
            static (_, _) => true,
            static (found, _) => CodecReader.Read(TypesIn(found.Attributes), found.SemanticModel.Compilation)));

    public static IEnumerable<ITypeSymbol> TypesIn(IEnumerable<AttributeData> attributes)
        => attributes.Select(attribute => attribute.ConstructorArguments.FirstOrDefault().Value).OfType<ITypeSymbol>();

    private static IncrementalValueProvider<EquatableArray<CodecModel>> Collect(IncrementalValuesProvider<EquatableArray<CodecModel>> found)
        => found.Where(static codecs => codecs.Count > 0)
            .Collect()
            .Select(static (all, _) => new EquatableArray<CodecModel>(all.SelectMany(codecs => codecs).Distinct()));
}
