using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// JSON documents: the types by which System.Text.Json shows JSON as it is. They cross as the value that the JSON stands for. Some of them
/// are collections in C#, too, but nothing is made of them element by element.
/// </summary>
internal sealed class JsonDomConverter<T>(JsonTypeInfo<T> contract, string expected, JsonForm? only) : IpcConverter<T>
{
    private readonly JsonTextConverter<T> _json = new(contract);

    public override string Expected => expected;

    /// <summary>A node that is null is null; an element and a document have a null of their own.</summary>
    public override bool HandlesNull => typeof(T) == typeof(JsonElement) || typeof(T) == typeof(JsonDocument);

    public override IpcValue Write(T value, WriteContext context) => _json.Write(value, context);

    public override T Read(IpcValue value, ReadContext context)
        => only is null || JsonForms.Of(value) == only ? _json.Read(value, context) : throw context.Mismatch(expected, value);
}

/// <summary>These types with their converters.</summary>
internal static class JsonDomTypes
{
    public static void Add(Dictionary<Type, IpcConverter> converters, JsonSerializerOptions options)
    {
        Add(JsonMetadataServices.JsonElementConverter, "a value", null);
        Add(JsonMetadataServices.JsonDocumentConverter, "a value", null);
        Add(JsonMetadataServices.JsonNodeConverter, "a value", null);
        Add(JsonMetadataServices.JsonObjectConverter, "an object", JsonForm.Object);
        Add(JsonMetadataServices.JsonArrayConverter, "an array", JsonForm.Array);
        Add(JsonMetadataServices.JsonValueConverter, "a string, a number or a boolean", JsonForm.Scalar);

        void Add<T>(JsonConverter<T> json, string expected, JsonForm? only)
            => converters.Add(
                typeof(T), new JsonDomConverter<T>(JsonMetadataServices.CreateValueInfo<T>(options, json), expected, only));
    }
}
