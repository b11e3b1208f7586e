using System.Text.Json;
using System.Text.Json.Serialization;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp;

/// <summary>How C# types cross to pages and back.</summary>
/// <remarks>Set up once, before the application starts; not thread-safe while it changes.</remarks>
public sealed class IpcSerializerOptions
{
    /// <summary>
    /// Names, ignored members, required members, converters and contracts: types cross by their System.Text.Json contracts, but as
    /// JavaScript
    /// values and not as JSON text. The defaults are camelCase names, enums as camelCase strings, unknown members ignored, null refused for
    /// what is not nullable, and a depth of at most 128 (taken where <see cref="JsonSerializerOptions.MaxDepth"/> is 0).
    /// </summary>
    /// <remarks>A copy is taken when the application starts. <see cref="JsonSerializerOptions.ReferenceHandler"/> has no effect.</remarks>
    public JsonSerializerOptions JsonSerializerOptions { get; set; } = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        Converters = { new CamelCaseEnumConverter() },
    };

    /// <summary>
    /// Whether <see cref="long"/> and <see cref="ulong"/> are sent as numbers rather than bigints. Values beyond ±(2^53 - 1) then cannot
    /// be
    /// sent. Both forms are accepted from pages in any case. The default is false.
    /// </summary>
    public bool Int64AsNumber { get; set; }
}
