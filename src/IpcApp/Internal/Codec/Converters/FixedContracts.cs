using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// The contracts of the app's <c>JsonSerializerContext</c>s where reflection cannot be used: enums take only their members, as everywhere,
/// and tuples, which System.Text.Json would write as <c>{}</c>, are refused.
/// </summary>
/// <param name="chain">The resolvers of the app, which may be none.</param>
internal sealed class FixedContracts(IReadOnlyList<IJsonTypeInfoResolver> chain) : IJsonTypeInfoResolver
{
    private readonly IJsonTypeInfoResolver _contracts = JsonTypeInfoResolver.Combine([.. chain]);

    public IReadOnlyList<IJsonTypeInfoResolver> Chain { get; } = chain;

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        if (_contracts.GetTypeInfo(type, options) is not { } info)
        {
            return null;
        }

        if (TupleShape.IsTuple(type) && EnumContract.IsOfFramework(info.Converter))
        {
            throw new NotSupportedException(
                $"{type} is part of a type that System.Text.Json reads, which cannot read tuples in native code; declare a record in its place");
        }

        if (type.IsEnum && EnumContract.IsOfFramework(info.Converter))
        {
            return CodecTable.Find(type)?.CreateStrictContract(info) ?? info;
        }

        foreach (var property in info is { Kind: JsonTypeInfoKind.Object, IsReadOnly: false } ? info.Properties : [])
        {
            Guard(property, options);
        }

        return info;
    }

    /// <summary>A member may name its converter by an attribute.</summary>
    private static void Guard(JsonPropertyInfo property, JsonSerializerOptions options)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type.IsEnum && property.CustomConverter is { } converter && EnumContract.IsOfFramework(converter)
            && CodecTable.Find(type)?.CreateStrictConverter(converter, options) is { } strict)
        {
            property.CustomConverter = strict;
        }
    }
}
