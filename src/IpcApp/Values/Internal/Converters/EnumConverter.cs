using System.Text.Json;

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
    private readonly JsonTextConverter<T> _json;

    public EnumConverter(JsonSerializerOptions options)
    {
        _json = new JsonTextConverter<T>(options);
        foreach (var member in Enum.GetValues<T>())
        {
            var value = _json.ToValue(member);
            _values.TryAdd(member, value);
            _members.TryAdd(value, member);
        }
    }

    public override string Expected => _members.Count is > 0 and <= MaxListed
        ? "one of " + string.Join(", ", _members.Keys)
        : "the name of a known member";

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
            return _json.FromValue(value);
        }
        catch (JsonException)
        {
            throw context.Mismatch(Expected, value);
        }
    }
}
