using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IpcApp.Testing.Internal.Hostile;

/// <summary>Whether an enum that was bound is a member, and the one that the page named.</summary>
internal sealed class EnumCheck(Type type, JsonSerializerOptions options)
{
    private const string Separator = ", ";

    private readonly bool _isFlags = type.IsDefined(typeof(FlagsAttribute), inherit: false);
    private readonly Lazy<Dictionary<string, ulong>?> _names = new(() => NamesOf(type, options));

    /// <summary>What cannot be right, whatever the page sent; null if nothing is wrong.</summary>
    public string? OwnProblem(object bound) => IsDefined(bound) ? null : $"is {bound}, which is no member of the enum {type.Name}";

    /// <summary>What does not fit what the page sent; null if nothing is wrong.</summary>
    public string? Problem(IpcValue sent, object bound)
    {
        if (!sent.TryGetString(out var text) || _names.Value is not { } names)
        {
            return null;
        }

        IEnumerable<string> parts = _isFlags ? text.Split(Separator) : [text];
        var unknown = parts.FirstOrDefault(part => !names.ContainsKey(part));
        var isExact = unknown is null && parts.Aggregate(0UL, (bits, part) => bits | names[part]) == Bits(type, bound);
        return isExact || (unknown is not null && HasSynonyms && !IsLikeOne(unknown, names.Keys)) ? null
            : $"is {bound}, but the page sent {sent}, which is not exactly its name";
    }

    /// <summary>Members that share their value have names that are never written.</summary>
    private bool HasSynonyms => Enum.GetNames(type).Length > Enum.GetValues(type).Cast<object>().Distinct().Count();

    private static bool IsLikeOne(string text, IEnumerable<string> names)
        => text.Contains(',', StringComparison.Ordinal) || names.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where the enum crosses as numbers, or by a converter of the app's own.</summary>
    private static Dictionary<string, ulong>? NamesOf(Type type, JsonSerializerOptions options)
    {
        var names = new Dictionary<string, ulong>(StringComparer.Ordinal);
        if (!options.TryGetTypeInfo(type, out var info) || !IsOfFramework(info))
        {
            return null;
        }

        foreach (var member in Enum.GetValues(type))
        {
            if (JsonSerializer.SerializeToElement(member, info) is not { ValueKind: JsonValueKind.String } element)
            {
                return null;
            }

            names.TryAdd(element.GetString()!, Bits(type, member));
        }

        return names;
    }

    private static bool IsOfFramework(JsonTypeInfo info)
        => info.Converter.GetType().Assembly == typeof(JsonSerializer).Assembly || info.Converter.GetType().Assembly == typeof(IpcValue).Assembly;

    private bool IsDefined(object value)
    {
        var bits = Enum.GetValues(type).Cast<object>().Aggregate(0UL, (all, member) => all | Bits(type, member));
        return Enum.IsDefined(type, value) || (_isFlags && (Bits(type, value) & ~bits) == 0);
    }

    private static ulong Bits(Type type, object value)
    {
        var number = Convert.ChangeType(value, Enum.GetUnderlyingType(type), null);
        return number is ulong large ? large : unchecked((ulong)Convert.ToInt64(number, null));
    }
}
