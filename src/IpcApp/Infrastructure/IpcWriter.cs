using System.ComponentModel;
using System.Runtime.CompilerServices;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp.Infrastructure;

/// <summary>Where a generated codec writes an object's members: V8's bytes, or an untyped object. Not for use by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct IpcWriter
{
    internal V8Writer Stream;

    private readonly IpcObject? _target;
    private readonly IpcArray? _elements;
    private WriteContext? _context;
    private readonly ConverterResolver _resolver;
    private IdentityTable? _identities;
    private uint _members;
    private int _depth;

    /// <summary>A writer of V8's bytes, for one message.</summary>
    internal IpcWriter(ConverterResolver resolver, long maxBytes)
    {
        _resolver = resolver;
        Stream = new V8Writer(maxBytes);
    }

    /// <summary>A writer of one untyped object.</summary>
    internal IpcWriter(IpcObject target, WriteContext context)
    {
        _resolver = context.Resolver;
        _target = target;
        _context = context;
    }

    /// <summary>A writer of one untyped array.</summary>
    internal IpcWriter(IpcArray elements, WriteContext context)
    {
        _resolver = context.Resolver;
        _elements = elements;
        _context = context;
    }

    internal readonly ConverterResolver Resolver => _resolver;

    /// <summary>For what is written by way of an untyped value.</summary>
    internal WriteContext Context => _context ??= new WriteContext(_resolver, Stream.MaxBytes);

    /// <summary>How many members have been begun, and whether the last of them is still being written: for error texts.</summary>
    internal int LastMember { get; private set; } = -1;

    internal bool IsInMember { get; private set; }

    /// <summary>Writes one member, unless its contract leaves out this value.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="member">Its contract.</param>
    /// <param name="value">Its value.</param>
    public void Member<T>(IpcMember<T> member, T value)
    {
        LastMember = member.Index;
        if (member.IsLeftOut(value))
        {
            return;
        }

        IsInMember = true;
        if (_target is not null)
        {
            _target[member.Name] = _context!.WriteMember(member.Name, member.Converter, value);
        }
        else
        {
            Name(member.Key);
            Value(member.Converter, value);
        }

        IsInMember = false;
    }

    /// <summary>Writes the next element of a tuple.</summary>
    /// <typeparam name="T">The element's type.</typeparam>
    /// <param name="element">Its place and converter.</param>
    /// <param name="value">Its value.</param>
    public void Element<T>(IpcElement<T> element, T value)
    {
        ArgumentNullException.ThrowIfNull(element);
        if (_elements is not null)
        {
            _elements.Add(_context!.WriteElement(element.Index, element.Declared.Converter, value));
        }
        else
        {
            Value(element.Declared.Converter, value);
        }
    }

    /// <summary>Writes the next element of a tuple whose type only reflection knows.</summary>
    internal void Element(int index, IpcConverter converter, object? value)
    {
        if (_elements is not null)
        {
            _elements.Add(_context!.WriteElement(index, converter, value));
        }
        else
        {
            converter.WriteObject(value, ref this);
        }
    }

    /// <summary>Writes a member's name.</summary>
    internal void Name(PropertyKey key)
    {
        _members++;
        key.Write(ref Stream.Bytes);
    }

    /// <summary>Writes a name that is known only now.</summary>
    internal void Name(string name)
    {
        _members++;
        if (PropertyTable.IsIndex(name, out var index))
        {
            Stream.Bytes.WriteNumber(index);
        }
        else
        {
            Stream.Bytes.WriteString(name);
        }
    }

    /// <summary>Writes any value.</summary>
    internal void Value<T>(IpcConverter<T> converter, T? value)
    {
        if (value is null && !converter.HandlesNull)
        {
            Stream.Bytes.WriteByte(V8Tag.Null);
        }
        else if (converter.IsContainer)
        {
            Container(converter, value!);
        }
        else
        {
            converter.Write(value!, ref this);
        }
    }

    /// <summary>Begins the array around a message's arguments, which nothing but the message has.</summary>
    internal void BeginArguments(int count)
    {
        (_identities ??= IdentityTable.Rent()).Open(_depth++, Stream.TakeId());
        BeginArray(count);
    }

    internal void BeginArray(int length)
    {
        Stream.Bytes.WriteByte(V8Tag.BeginDenseArray);
        Stream.Bytes.WriteVarint((uint)length);
    }

    internal void EndArray(int length)
    {
        Stream.Bytes.WriteByte(V8Tag.EndDenseArray);
        Stream.Bytes.WriteVarint(0);
        Stream.Bytes.WriteVarint((uint)length);
    }

    /// <summary>Begins an object's members; what it returns goes to <see cref="EndMembers"/>.</summary>
    internal uint BeginMembers()
    {
        var outer = _members;
        _members = 0;
        Stream.Bytes.WriteByte(V8Tag.BeginObject);
        return outer;
    }

    internal void EndMembers(uint outer)
    {
        Stream.Bytes.WriteByte(V8Tag.EndObject);
        Stream.Bytes.WriteVarint(_members);
        _members = outer;
    }

    internal readonly void Dispose()
    {
        Stream.Dispose();
        _identities?.Return();
    }

    private void Container<T>(IpcConverter<T> converter, T value)
    {
        if (_depth >= Math.Min(_resolver.MaxDepth, V8Format.MaxDepth) || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new IpcCloneException("The value is nested too deeply.");
        }

        _identities ??= IdentityTable.Rent();
        var id = Stream.TakeId();
        if (!typeof(T).IsValueType && !_identities.TryAdd(value!, converter, ref id))
        {
            Stream.GiveBackId();
            Stream.WriteReference(!_identities.IsOpen(id, _depth) ? id : throw new IpcCloneException("The value contains itself."));
            return;
        }

        _identities.Open(_depth++, id);
        converter.Write(value, ref this);
        _depth--;
    }
}
