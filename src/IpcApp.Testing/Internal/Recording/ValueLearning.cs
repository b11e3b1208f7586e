using System.Text.Json;
using IpcApp.Internal.Recording;

namespace IpcApp.Testing.Internal.Recording;

/// <summary>Finds out which value main gave out in the place of a recorded one, so that pages can bring it back.</summary>
internal static class ValueLearning
{
    /// <param name="recorded">The shape.</param>
    /// <param name="actual">The value at the same place, as it is.</param>
    /// <param name="values">Who is to know.</param>
    public static void Learn(JsonElement recorded, JsonElement actual, MadeUpValues values)
    {
        switch (recorded.ValueKind)
        {
            case JsonValueKind.String when RedactedValue.Parse(recorded.GetString()!) is { Same: { } number } shape && IsAlike(shape, actual):
                values.Learn(number, new ValueReader(null).Read(actual));
                break;
            case JsonValueKind.Array when actual.ValueKind == JsonValueKind.Array:
                foreach (var (left, right) in recorded.EnumerateArray().Zip(actual.EnumerateArray()))
                {
                    Learn(left, right, values);
                }

                break;
            case JsonValueKind.Object when actual.ValueKind == JsonValueKind.Object:
                foreach (var property in recorded.EnumerateObject())
                {
                    if (actual.TryGetProperty(property.Name, out var other))
                    {
                        Learn(property.Value, other, values);
                    }
                }

                break;
        }
    }

    private static bool IsAlike(RedactedValue shape, JsonElement actual) => actual.ValueKind switch
    {
        JsonValueKind.String => shape.IsText,
        JsonValueKind.Number => shape.IsNumber,
        JsonValueKind.Object => shape.Form == RedactedValue.BigInt
            && actual.TryGetProperty(ValueWriter.Tag, out var tag) && tag.ValueEquals("bigint"),
        _ => false,
    };
}
