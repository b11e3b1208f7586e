using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IpcApp.Infrastructure;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// Enums as System.Text.Json names them, which takes care of naming policies, renamed members and flags; the names of all members are
/// asked for once. What is no member is refused. A converter of the app's own decides for itself.
/// </summary>
internal sealed class EnumConverter<T> : IpcConverter<T>
    where T : struct, Enum
{
    private const int MaxListed = 10;

    private readonly EnumMembers<T>? _known;
    private readonly Dictionary<T, IpcValue> _values = [];
    private readonly Dictionary<IpcValue, T> _members = [];
    private readonly Dictionary<string, T> _names = new(StringComparer.Ordinal);
    private readonly JsonTextConverter<T> _json;

    public EnumConverter(JsonTypeInfo<T> contract)
    {
        _json = new JsonTextConverter<T>(contract);
        _known = (contract.Converter as StrictEnumConverter<T>)?.Members;
        foreach (var member in Enum.GetValues<T>())
        {
            var value = _known is null ? _json.ToValue(member) : _known.FormOf(member)!;
            _values.TryAdd(member, value);
            _members.TryAdd(value, member);
            if (value.TryGetString(out var name))
            {
                _names.TryAdd(name, member);
            }
        }

        var forms = _known?.Forms.ToList() ?? [.. _members.Keys];
        Expected = forms.Count is > 0 and <= MaxListed ? "one of " + string.Join(", ", forms) : "the name of a known member";
    }

    public override string Expected { get; }

    public override KeyForm KeyForm => _known is null ? KeyForm.None : _names.Count > 0 || !_known.AcceptsNumbers ? KeyForm.Text : KeyForm.Integer;

    public override Acceptance Accepts => new(_names.Count > 0 || _members.Count == 0 ? ValueKinds.String : ValueKinds.Number);

    public override IpcValue Write(T value, WriteContext context)
        => _values.TryGetValue(value, out var known) ? known : _known?.FormOf(value) ?? _json.Write(value, context);

    public override T Read(IpcValue value, ReadContext context)
    {
        if (_members.TryGetValue(value, out var member))
        {
            return member;
        }

        return _known is null ? ReadByConverter(value, context)
            : TryFind(_known, value, out member) ? member
            : throw context.Mismatch(Expected, value);
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

    private static bool TryFind(EnumMembers<T> members, IpcValue value, out T member)
    {
        member = default;
        return value switch
        {
            IpcString text => members.TryFind(text.Value, out member),
            IpcNumber { Value: >= long.MinValue and <= ulong.MaxValue } number when double.IsInteger(number.Value)
                => members.TryFind((Int128)number.Value, out member),
            IpcBigInt big when big.Value >= long.MinValue && big.Value <= ulong.MaxValue => members.TryFind((Int128)big.Value, out member),
            _ => false,
        };
    }

    private T ReadByConverter(IpcValue value, ReadContext context)
    {
        try
        {
            return _json.FromValue(value, context);
        }
        catch (Exception e) when (e is JsonException or IpcCloneException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw context.Mismatch(Expected, value);
        }
    }
}
