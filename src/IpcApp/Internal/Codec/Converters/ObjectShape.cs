using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using IpcApp.Infrastructure;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>The members of a type with a generated codec, by the names that the serializer's options give them.</summary>
internal sealed class ObjectShape
{
    private readonly IpcMember[] _members;
    private readonly Dictionary<string, int> _indexes;
    private readonly bool _ignoresCase;

    /// <exception cref="InvalidOperationException">Two members have one name.</exception>
    public ObjectShape(IpcMember[] members, JsonSerializerOptions options)
    {
        _members = members;
        _ignoresCase = options.PropertyNameCaseInsensitive;
        _indexes = new(members.Length, _ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        RefusesUnknown = options.UnmappedMemberHandling == JsonUnmappedMemberHandling.Disallow;
        foreach (var member in members)
        {
            if (!_indexes.TryAdd(member.Name, member.Index))
            {
                throw new InvalidOperationException($"Two members have the name '{member.Name}'.");
            }

            Required |= member.IsRequired ? 1UL << member.Index : 0;
        }
    }

    /// <summary>Members that a page must send, a bit each.</summary>
    public ulong Required { get; }

    public bool RefusesUnknown { get; }

    /// <summary>The names of the members, and of those that a page must send.</summary>
    public ObjectOutline Outline => new(
        _members.Where(member => member.IsRequired).Select(member => member.Name).ToHashSet(_indexes.Comparer),
        _members.Select(member => member.Name).ToHashSet(_indexes.Comparer),
        _ignoresCase);

    public int Find(string name) => _indexes.GetValueOrDefault(name, -1);

    /// <summary>Finds a member by a name in the stream whose tag has been read.</summary>
    /// <param name="bytes">Stands behind the tag.</param>
    /// <param name="tag">A string's tag.</param>
    /// <param name="likely">Where to look first: objects mostly come in the order of their class.</param>
    /// <param name="name">The name, if it is no member's.</param>
    public int Find(ref V8ByteReader bytes, byte tag, int likely, out string? name)
    {
        name = null;
        if (tag != V8Tag.OneByteString)
        {
            name = bytes.ReadString(tag);
            return Find(name);
        }

        var text = bytes.ReadBytes(bytes.ReadVarint());
        for (var i = 0; i < _members.Length; i++)
        {
            var index = likely + i;
            index -= index >= _members.Length ? _members.Length : 0;
            if (_members[index].Key.Equals(text))
            {
                return index;
            }
        }

        name = Encoding.Latin1.GetString(text);
        return _ignoresCase ? Find(name) : -1;
    }

    public void CheckUnknown(HashSet<string>? unknown, ReadContext context)
    {
        if (RefusesUnknown && unknown is not null)
        {
            throw context.Fail($"there is no property {ValueDescription.Quote(unknown.First(), 40)}");
        }
    }

    public void CheckRequired(ulong present, ReadContext context)
    {
        if ((Required & ~present) != 0)
        {
            throw _members.First(member => member.IsRequired && (present & (1UL << member.Index)) == 0).Missing(context);
        }
    }
}
