namespace IpcApp.Internal.Codec.Converters;

/// <summary>What a JavaScript value is as JSON.</summary>
internal enum JsonForm
{
    /// <summary>Null, and everything for which JSON has nothing else: undefined, NaN, infinities, invalid dates.</summary>
    Null,

    /// <summary>A string, a number or a boolean.</summary>
    Scalar,

    /// <summary>An array.</summary>
    Array,

    /// <summary>An object.</summary>
    Object,
}

/// <summary>Tells the forms apart, by the rules of <see cref="JsonValueWriter"/>.</summary>
internal static class JsonForms
{
    public static JsonForm Of(IpcValue value) => value switch
    {
        IpcBoxed boxed => Of(boxed.Value),
        IpcObject => JsonForm.Object,
        IpcMap map => map.All(entry => entry.Key is IpcString) ? JsonForm.Object : JsonForm.Array,
        IpcArray or IpcSet => JsonForm.Array,
        IpcNumber number when !double.IsFinite(number.Value) => JsonForm.Null,
        IpcDate date when !date.TryGetDateTimeOffset(out _) => JsonForm.Null,
        { IsNullOrUndefined: true } => JsonForm.Null,
        _ => JsonForm.Scalar,
    };
}
