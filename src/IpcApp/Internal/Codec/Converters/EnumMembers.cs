using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// The members of an enum, by the names that a System.Text.Json converter gives them. Exactly one name is a value; for an enum with
/// <see cref="FlagsAttribute"/> also exact names with <c>", "</c> between them. System.Text.Json itself also takes combinations of any enum,
/// names in another case and spaces around them, and numbers that are no member.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class EnumMembers<T>
    where T : struct, Enum
{
    private const string Separator = ", ";
    private const long MaxSafeInteger = (1L << 53) - 1;

    /// <summary>The policies that .NET has. A converter does not tell which one it was given.</summary>
    private static readonly Func<string, string>[] Policies =
    [
        name => name,
        JsonNamingPolicy.CamelCase.ConvertName,
        JsonNamingPolicy.SnakeCaseLower.ConvertName,
        JsonNamingPolicy.SnakeCaseUpper.ConvertName,
        JsonNamingPolicy.KebabCaseLower.ConvertName,
        JsonNamingPolicy.KebabCaseUpper.ConvertName,
    ];

    private static readonly bool IsFlags = typeof(T).IsDefined(typeof(FlagsAttribute), inherit: false);
    private static readonly bool IsSigned
        = Type.GetTypeCode(typeof(T)) is TypeCode.SByte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64;

    private static readonly Lazy<Dictionary<string, T>> OwnNames = new(() => Enum.GetNames<T>().ToDictionary(name => name, Enum.Parse<T>));

    private readonly JsonConverter<T> _json;
    private readonly JsonSerializerOptions _options;
    private readonly Dictionary<string, T> _names = new(StringComparer.Ordinal);
    private readonly HashSet<T> _values = [.. Enum.GetValues<T>()];
    private readonly ulong _allBits;

    /// <param name="json">The converter, of System.Text.Json itself.</param>
    /// <param name="options">Its options.</param>
    public EnumMembers(JsonConverter<T> json, JsonSerializerOptions options)
    {
        (_json, _options) = (json, options);
        foreach (var value in _values)
        {
            _allBits |= ToBits(value);
            AcceptsNumbers |= Accepts(value);
            if (TextOf(value) is { } text)
            {
                _names.TryAdd(text, value);
            }
        }

        AddSynonyms();
    }

    /// <summary>Whether numbers are values too.</summary>
    public bool AcceptsNumbers { get; }

    /// <summary>What a page may send, for error texts: the values as they are written.</summary>
    public IEnumerable<IpcValue> Forms => _names.Count > 0 ? _names.Keys.Select(name => (IpcValue)name) : _values.Select(NumberOf);

    public bool TryFind(string text, out T value) => TryFind(_names, text, out value);

    /// <summary>Finds a number, if the converter takes numbers.</summary>
    public bool TryFind(Int128 number, out T value)
    {
        var size = 8 * Unsafe.SizeOf<T>();
        var (min, max) = IsSigned ? (-(Int128.One << (size - 1)), (Int128.One << (size - 1)) - 1) : (0, (Int128.One << size) - 1);
        var isInRange = AcceptsNumbers && number >= min && number <= max;
        value = isInRange ? FromBits(unchecked((ulong)number)) : default;
        return isInRange && (_values.Contains(value) || (IsFlags && (ToBits(value) & ~_allBits) == 0));
    }

    /// <summary>
    /// Finds a member by the name that it has as a property. Where enums are numbers, that is the name in C#, which System.Text.Json writes, or
    /// the number as JavaScript writes it.
    /// </summary>
    public bool TryFindKey(string text, out T value)
        => _names.Count > 0
            ? TryFind(_names, text, out value)
            : TryFind(OwnNames.Value, text, out value) || (KeyForm.Integer.Read(text) switch
            {
                IpcNumber number => TryFind((Int128)number.Value, out value),
                IpcBigInt { Value: var big } when big >= long.MinValue && big <= ulong.MaxValue => TryFind((Int128)big, out value),
                _ => false,
            });

    /// <summary>What a member, or a combination of several, is in JavaScript; null for what the converter does not write.</summary>
    public IpcValue? FormOf(T value)
    {
        if (Write(value) is not { } element)
        {
            return null;
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : NumberOf(value);
    }

    private static bool TryFind(Dictionary<string, T> names, string text, out T value)
    {
        if (names.TryGetValue(text, out value))
        {
            return true;
        }

        var bits = 0UL;
        if (!IsFlags || !text.Contains(Separator, StringComparison.Ordinal))
        {
            return false;
        }

        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var part in text.AsSpan().Split(Separator))
        {
            if (!lookup.TryGetValue(text.AsSpan()[part], out var member))
            {
                return false;
            }

            bits |= ToBits(member);
        }

        value = FromBits(bits);
        return true;
    }

    /// <summary>A number if JavaScript has it, else a bigint.</summary>
    private static IpcValue NumberOf(T value)
    {
        var bits = ToBits(value);
        var number = IsSigned ? SignExtend(bits) : (Int128)bits;
        return Int128.Abs(number) <= MaxSafeInteger ? (double)number : new IpcBigInt(number);
    }

    private static Int128 SignExtend(ulong bits)
    {
        var unused = 64 - (8 * Unsafe.SizeOf<T>());
        return (long)(bits << unused) >> unused;
    }

    private static ulong ToBits(T value) => Unsafe.SizeOf<T>() switch
    {
        1 => Unsafe.BitCast<T, byte>(value),
        2 => Unsafe.BitCast<T, ushort>(value),
        4 => Unsafe.BitCast<T, uint>(value),
        _ => Unsafe.BitCast<T, ulong>(value),
    };

    private static T FromBits(ulong bits) => unchecked(Unsafe.SizeOf<T>() switch
    {
        1 => Unsafe.BitCast<byte, T>((byte)bits),
        2 => Unsafe.BitCast<ushort, T>((ushort)bits),
        4 => Unsafe.BitCast<uint, T>((uint)bits),
        _ => Unsafe.BitCast<ulong, T>(bits),
    });

    /// <summary>
    /// Adds the members that share their value with another one, which is written by one name only: by the naming policy that gives all the
    /// other names.
    /// </summary>
    private void AddSynonyms()
    {
        var fields = Enum.GetNames<T>().Select(name => (Value: Enum.Parse<T>(name), Name: name)).ToLookup(field => field.Value, field => field.Name);
        if (_names.Count == 0 || fields.All(group => group.Count() == 1))
        {
            return;
        }

        var policy = Policies.FirstOrDefault(policy => fields.All(group => TextOf(group.Key) is not { } text
            || group.Any(name => NameOf(name, policy) == text)));
        foreach (var group in policy is null ? [] : fields.Where(group => group.Count() > 1))
        {
            foreach (var name in group.Select(name => NameOf(name, policy!)).Where(name => Reads($"\"{JsonEncodedText.Encode(name)}\"", group.Key)))
            {
                _names.TryAdd(name, group.Key);
            }
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2090", Justification = "An enum keeps its fields: Enum.GetNames needs them too.")]
    private static string NameOf(string field, Func<string, string> policy)
        => typeof(T).GetField(field)?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? policy(field);

    private string? TextOf(T value) => Write(value) is { ValueKind: JsonValueKind.String } element ? element.GetString() : null;

    private bool Accepts(T value) => Reads((IsSigned ? SignExtend(ToBits(value)) : (Int128)ToBits(value)).ToString(null, null), value);

    private bool Reads(string json, T expected)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json));
        try
        {
            return reader.Read() && _json.Read(ref reader, typeof(T), _options).Equals(expected);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private JsonElement? Write(T value)
    {
        using var output = new MemoryStream();
        using var writer = new Utf8JsonWriter(output);
        try
        {
            _json.Write(writer, value, _options);
        }
        catch (JsonException)
        {
            return null; // no member, and the converter writes no numbers
        }

        writer.Flush();
        return JsonElement.Parse(output.GetBuffer().AsSpan(0, (int)output.Length));
    }
}
