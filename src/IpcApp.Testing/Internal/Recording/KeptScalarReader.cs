using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;
using IpcApp.Internal.Recording;

namespace IpcApp.Testing.Internal.Recording;

/// <summary>Reads back the tagged values of <see cref="KeptScalar"/>.</summary>
internal static class KeptScalarReader
{
    public static IpcValue Read(string? tag, JsonElement json) => tag switch
    {
        "undefined" => IpcValue.Undefined,
        "number" => double.Parse(Text(json, "value"), NumberStyles.Float, CultureInfo.InvariantCulture),
        "bigint" => new IpcBigInt(BigInt(Text(json, "value"))),
        "utf16" => new string(MemoryMarshal.Cast<byte, char>(json.GetProperty("value").GetBytesFromBase64())),
        "date" => Date(Text(json, "value")),
        "regexp" => new IpcRegExp(Source(json.GetProperty("source")), Text(json, "flags")),
        "buffer" => new IpcArrayBuffer(
            json.GetProperty("base64").GetBytesFromBase64(),
            json.TryGetProperty("max", out var most) ? most.GetInt64() : null),
        "view" when Enum.TryParse<IpcArrayBufferViewKind>(Text(json, "of"), out var kind)
            => new IpcArrayBufferView(kind, json.GetProperty("base64").GetBytesFromBase64()),
        _ => throw new FormatException($"there is no kind of value named '{tag}'"),
    };

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static string Source(JsonElement source)
        => source.ValueKind == JsonValueKind.String ? source.GetString()! : ((IpcString)Read("utf16", source)).Value;

    private static IpcDate Date(string text)
        => text.Contains('T', StringComparison.Ordinal)
            ? new(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture))
            : new(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));

    private static BigInteger BigInt(string text)
    {
        var hex = text.IndexOf('x', StringComparison.Ordinal);
        if (hex < 0)
        {
            return BigInteger.Parse(text, CultureInfo.InvariantCulture);
        }

        var magnitude = BigInteger.Parse("0" + text[(hex + 1)..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return text[0] == '-' ? -magnitude : magnitude;
    }
}
