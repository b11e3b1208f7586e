using System.ComponentModel;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp.Infrastructure;

/// <summary>Walks through the members that a page sent of one object. Not for use by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct IpcMembers
{
    private readonly ObjectShape _shape;
    private readonly IEnumerator<KeyValuePair<string, IpcValue>>? _untyped;
    private HashSet<string>? _unknown;
    private ulong _seen;
    private ulong _present;
    private uint _count;
    private bool _isAtEnd;

    internal IpcMembers(ObjectShape shape, IEnumerator<KeyValuePair<string, IpcValue>>? untyped)
    {
        _shape = shape;
        _untyped = untyped;
        Index = -1;
    }

    /// <summary>The place of the member that was found, in the order in which the codec declared them.</summary>
    public int Index { get; private set; }

    /// <summary>Goes to the next member that the type knows.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>False at the end, and where reading directly has come to nothing.</returns>
    public bool Next(ref IpcReader reader) => reader.IsDirect ? NextDirect(ref reader) : NextUntyped(ref reader);

    /// <summary>Checks what was read. The members may be used if it returns true; from here on the user's own code runs.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="IpcBindingException">A required member is missing, or there is one too many.</exception>
    public bool End(ref IpcReader reader)
    {
        if (reader.IsDirect)
        {
            if (!_isAtEnd || reader.HasFailed || (_shape.Required & ~_present) != 0)
            {
                reader.Fail();
                return false;
            }
        }
        else
        {
            _shape.CheckUnknown(_unknown, reader.Context);
            _shape.CheckRequired(_present, reader.Context);
        }

        reader.IsCreating = true;
        return true;
    }

    /// <summary>Whether the page sent a member; undefined is the same as none.</summary>
    /// <param name="index">The member's place.</param>
    public readonly bool Has(int index) => (_present & (1UL << index)) != 0;

    private bool NextUntyped(ref IpcReader reader)
    {
        while (_untyped!.MoveNext())
        {
            var (name, value) = _untyped.Current;
            if (value.Kind == IpcValueKind.Undefined)
            {
                continue;
            }

            Index = _shape.Find(name);
            if (Index >= 0)
            {
                _present |= 1UL << Index;
                reader.SetMember(value);
                return true;
            }

            (_unknown ??= []).Add(name);
        }

        return false;
    }

    private bool NextDirect(ref IpcReader reader)
    {
        while (!reader.HasFailed)
        {
            ref var bytes = ref reader.Stream.Bytes;
            var tag = bytes.ReadTag();
            if (tag == V8Tag.EndObject)
            {
                _isAtEnd = bytes.ReadVarint() == _count;
                return false;
            }

            if (!FindDirect(ref bytes, tag))
            {
                break;
            }

            _count++;
            if (bytes.TryReadTag(V8Tag.Undefined))
            {
                continue;
            }

            if (Index >= 0)
            {
                _present |= 1UL << Index;
                return true;
            }

            reader.Stream.ReadUntyped(reader.Stream.ReadValueTag());
            if (reader.Stream.NeedsUntyped || _shape.RefusesUnknown)
            {
                break;
            }
        }

        reader.Fail();
        return false;
    }

    /// <summary>Finds the member by its name. False for a name that is there twice, and for numbers.</summary>
    private bool FindDirect(ref V8ByteReader bytes, byte tag)
    {
        if (!V8ByteReader.IsStringTag(tag))
        {
            return false;
        }

        Index = _shape.Find(ref bytes, tag, Index + 1, out var name);
        if (Index < 0)
        {
            return (_unknown ??= []).Add(name!);
        }

        var bit = 1UL << Index;
        var isNew = (_seen & bit) == 0;
        _seen |= bit;
        return isNew;
    }
}
