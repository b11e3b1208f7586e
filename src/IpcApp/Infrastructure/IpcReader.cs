using System.ComponentModel;
using System.Runtime.CompilerServices;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp.Infrastructure;

/// <summary>Where a generated codec reads an object's members from: V8's bytes, or an untyped object. Not for use by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct IpcReader
{
    internal V8Reader Stream;

    private readonly ConverterResolver _resolver;
    private ReadContext? _context;
    private readonly IpcObject? _source;
    private readonly IpcArray? _elements;
    private readonly Allowance _allowance;
    private IpcValue? _member;
    private int _depth;

    /// <summary>A reader of V8's bytes, for one message.</summary>
    /// <exception cref="IpcCloneException">The header is missing or of an unknown version.</exception>
    internal IpcReader(ConverterResolver resolver, ReadOnlySpan<byte> stream, ReadOnlySpan<byte> blobs, Allowance allowance)
    {
        _resolver = resolver;
        _allowance = allowance;
        Stream = V8Reader.OpenDirect(stream, blobs);
        IsDirect = true;
    }

    /// <summary>A reader of one untyped object.</summary>
    internal IpcReader(ReadContext context, IpcObject source)
    {
        _resolver = context.Resolver;
        _context = context;
        _source = source;
    }

    /// <summary>A reader of one untyped array.</summary>
    internal IpcReader(ReadContext context, IpcArray elements)
    {
        _resolver = context.Resolver;
        _context = context;
        _elements = elements;
    }

    internal bool IsDirect { get; }

    internal readonly ConverterResolver Resolver => _resolver;

    /// <summary>Whether something was met that the untyped way must decide about; all results are void then.</summary>
    internal bool HasFailed { get; private set; }

    /// <summary>Whether the members are all read, and what runs now is the constructor or a setter of the user's type.</summary>
    internal bool IsCreating { get; set; }

    internal readonly ReadContext Context => _context!;

    /// <summary>What became of the message so far.</summary>
    internal readonly Cost Cost => new(Stream.Count, _context?.Cost.Output ?? 0);

    /// <summary>Reads the member that <see cref="IpcMembers.Next"/> has found.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="member">Its contract.</param>
    public T Member<T>(IpcMember<T> member)
    {
        if (!IsDirect)
        {
            return member.Read(_member!, _context!);
        }

        var value = Value(member.Reading);
        if (value is null && !member.AllowsNull)
        {
            HasFailed = true;
        }

        return value!;
    }

    /// <summary>Reads the next element of a tuple.</summary>
    /// <typeparam name="T">The element's type.</typeparam>
    /// <param name="element">Its place and converter.</param>
    public T Element<T>(IpcElement<T> element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return IsDirect
            ? Element(element.Declared)!
            : _context!.ReadElement(element.Index, element.Declared, _elements![element.Index])!;
    }

    /// <summary>Reads the next element of a tuple whose type only reflection knows.</summary>
    internal object? Element(int index, IpcConverter converter, bool refusesNull)
    {
        if (!IsDirect)
        {
            return _context!.ReadElement(index, converter, refusesNull, _elements![index]);
        }

        var value = converter.ReadObject(ref this);
        HasFailed |= value is null && refusesNull;
        return value;
    }

    internal readonly IpcMembers Begin(ObjectShape shape) => new(shape, _source?.GetEnumerator());

    internal void Fail() => HasFailed = true;

    internal void SetMember(IpcValue value) => _member = value;

    /// <summary>Reads any value.</summary>
    internal T? Value<T>(IpcConverter<T> converter) => Value(converter, Stream.ReadValueTag());

    /// <summary>Reads a value whose tag has been read.</summary>
    internal T? Value<T>(IpcConverter<T> converter, byte tag)
    {
        if (tag is V8Tag.Null or V8Tag.Undefined && !converter.HandlesNull)
        {
            HasFailed |= default(T) is not null;
            return default;
        }

        if (HasFailed || (converter.IsContainer && !CanEnter()))
        {
            HasFailed = true;
            return default;
        }

        _depth++;
        HasFailed |= !converter.TryRead(ref this, tag, out var value);
        _depth--;
        return value;
    }

    /// <summary>Reads what a collection holds.</summary>
    internal T? Element<T>(ElementConverter<T> element) => Element(element, Stream.ReadValueTag());

    /// <summary>Reads what a collection holds, and whose tag has been read.</summary>
    internal T? Element<T>(ElementConverter<T> element, byte tag)
    {
        var value = Value(element.Converter, tag);
        HasFailed |= value is null && element.RefusesNull;
        return value;
    }

    /// <summary>Binds an untyped part of the message.</summary>
    internal T? Bind<T>(IpcConverter<T> converter, IpcValue value)
        => (_context ??= new ReadContext(_resolver, default, _allowance, depth: _depth - 1)).Read(converter, value);

    private readonly bool CanEnter()
        => _depth < Math.Min(_resolver.MaxDepth, V8Format.MaxDepth) && RuntimeHelpers.TryEnsureSufficientExecutionStack();
}
