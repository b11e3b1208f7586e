using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading.Codecs;

/// <summary>The types of an app that cross by the signatures of its handlers and by <c>[IpcSerializable]</c>.</summary>
internal sealed class HandlerTypes
{
    private readonly HashSet<ISymbol> _sent = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _read = new(SymbolEqualityComparer.Default);

    private HandlerTypes(AppConverters converters) => Converters = converters;

    /// <summary>The converters that the app declares.</summary>
    public AppConverters Converters { get; }

    public static HandlerTypes Of(Compilation compilation)
    {
        var (sent, read) = (new List<ITypeSymbol>(), new List<ITypeSymbol>());
        var all = TypesIn(compilation.Assembly.GlobalNamespace).ToList();
        foreach (var method in all.Where(HandlerSymbols.IsHandler).SelectMany(HandlerSymbols.AllMethods))
        {
            sent.AddRange(CrossingTypes.OfResult(method));
            foreach (var parameter in method.Parameters)
            {
                (CrossingTypes.IsRead(parameter) ? read : sent).AddRange(CrossingTypes.Of(parameter));
            }
        }

        var attributes = compilation.Assembly.GetAttributes().Where(a => a.AttributeClass.IsIpcApp("IpcSerializableAttribute"));
        read.AddRange(CodecSources.TypesIn(attributes));
        var types = new HandlerTypes(new AppConverters(all));
        types._sent.UnionWith(TypeWalk.From(sent, compilation, types.Converters).Select(type => type.OriginalDefinition));
        types._read.UnionWith(TypeWalk.From(read, compilation, types.Converters).Select(type => type.OriginalDefinition));
        return types;
    }

    /// <summary>Whether a type is read; null if it does not cross.</summary>
    public bool? Find(INamedTypeSymbol type) => _read.Contains(type) ? true : _sent.Contains(type) ? false : null;

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container)
        => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .SelectMany(member => TypesIn(member).Concat(member is INamedTypeSymbol type ? [type] : []));
}
