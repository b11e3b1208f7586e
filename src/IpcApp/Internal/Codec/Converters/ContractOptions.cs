using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>The options of System.Text.Json as the converters use them.</summary>
internal static class ContractOptions
{
    private const int DefaultMaxDepth = 128;

    /// <summary>A copy that does not change any more.</summary>
    public static JsonSerializerOptions Copy(JsonSerializerOptions source)
    {
        var copy = new JsonSerializerOptions(source);
        copy.MaxDepth = copy.MaxDepth == 0 ? DefaultMaxDepth : copy.MaxDepth;
        copy.ReferenceHandler = null; // values have references of their own, and a page must not choose between two forms of a collection
        if (Reflected.IsUsable)
        {
            copy.TypeInfoResolver = new StrictEnums([.. copy.TypeInfoResolverChain]);
            copy.MakeReadOnly();
        }
        else
        {
            copy.TypeInfoResolver = new FixedContracts([.. copy.TypeInfoResolverChain]);
            copy.MakeReadOnly();
        }

        return copy;
    }

    /// <summary>A copy of options that do not change any more, with one more converter, which comes last.</summary>
    public static JsonSerializerOptions With(JsonSerializerOptions options, JsonConverter converter)
    {
        var copy = new JsonSerializerOptions(options);
        copy.Converters.Add(converter);
        copy.MakeReadOnly();
        return copy;
    }

    /// <summary>
    /// Whether generated codecs follow these options: all that change names and conditions, none that replace whole contracts.
    /// </summary>
    public static bool AllowGenerated(JsonSerializerOptions options)
        => options is
        {
            NumberHandling: JsonNumberHandling.Strict,
            PreferredObjectCreationHandling: JsonObjectCreationHandling.Replace,
            IncludeFields: false,
            IgnoreReadOnlyProperties: false,
            DefaultIgnoreCondition: JsonIgnoreCondition.Never
                or JsonIgnoreCondition.WhenWritingNull or JsonIgnoreCondition.WhenWritingDefault,
        }
        && options.TypeInfoResolverChain.All(IsPlain);

    // Modifiers of contracts may change every contract.
    private static bool IsPlain(IJsonTypeInfoResolver resolver) => resolver is JsonSerializerContext
        || (resolver is StrictEnums strict && strict.Chain.All(IsPlain))
        || (resolver is FixedContracts contracts && contracts.Chain.All(IsPlain))
        || (resolver is DefaultJsonTypeInfoResolver { Modifiers.Count: 0 }
            && resolver.GetType().Assembly == typeof(JsonSerializer).Assembly);
}
