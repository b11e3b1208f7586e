using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IpcApp.Infrastructure;

namespace IpcApp.Values.Internal.Converters;

/// <summary>
/// Enums as System.Text.Json names them, which takes care of naming policies, renamed members and flags; the names of all members are
/// asked for once.
/// </summary>
internal sealed class EnumConverter<T> : IpcConverter<T>
    where T : struct, Enum
{
    private const int MaxListed = 10;

    private readonly Dictionary<T, IpcValue> _values = [];
    private readonly Dictionary<IpcValue, T> _members = [];
    private readonly Dictionary<string, T> _names = new(StringComparer.Ordinal);
    private readonly JsonTextConverter<T> _json;

    public EnumConverter(JsonTypeInfo<T> contract)
    {
        _json = new JsonTextConverter<T>(contract);
        foreach (var member in Enum.GetValues<T>())
        {
            var value = _json.ToValue(member);
            _values.TryAdd(member, value);
            _members.TryAdd(value, member);
            if (value.TryGetString(out var name))
            {
                _names.TryAdd(name, member);
            }
        }
    }

    public override string Expected => _members.Count is > 0 and <= MaxListed
        ? "one of " + string.Join(", ", _members.Keys)
        : "the name of a known member";

    public override Acceptance Accepts => new(_names.Count > 0 || _members.Count == 0 ? ValueKinds.String : ValueKinds.Number);

    public override IpcValue Write(T value, WriteContext context)
        => _values.TryGetValue(value, out var known) ? known : _json.Write(value, context);

    public override T Read(IpcValue value, ReadContext context)
    {
        if (_members.TryGetValue(value, out var member))
        {
            return member;
        }

        try
        {
            return _json.FromValue(value, context);
        }
        catch (Exception e) when (e is JsonException or IpcCloneException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw context.Mismatch(Expected, value);
        }
    }

    public override void Write(T value, ref IpcWriter writer)
    {
        if (_values.TryGetValue(value, out var known))
        {
            writer.Stream.Write(known);
        }
        else
        {
            base.Write(value, ref writer);
        }
    }

    public override bool TryRead(ref IpcReader reader, byte tag, out T value)
    {
        value = default;
        return V8ByteReader.IsStringTag(tag) && _names.TryGetValue(reader.Stream.Bytes.ReadString(tag), out value);
    }
}
