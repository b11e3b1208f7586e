using System.Runtime.CompilerServices;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// One conversion from C#: knows where it is, keeps shared objects shared (S120) and refuses objects that contain themselves, and stops at a
/// value that no message can take.
/// </summary>
/// <param name="resolver">Finds the converters.</param>
/// <param name="maxBytes">How many bytes the message may have.</param>
internal sealed class WriteContext(ConverterResolver resolver, long maxBytes)
{
    private readonly ValuePath _path = new();

    // By object and converter, as one object may cross as its class and as its base class. Null while the object is being written.
    private Dictionary<Key, IpcValue?>? _written;
    private long _size;

    public ConverterResolver Resolver { get; } = resolver;

    /// <summary>How many bytes the message may have.</summary>
    public long MaxBytes { get; } = maxBytes;

    public IpcValue Write<T>(IpcConverter<T> converter, T? value)
    {
        if (value is null && !converter.HandlesNull)
        {
            CountBytes(1);
            return IpcValue.Null;
        }

        var result = converter.IsContainer ? WriteContainer(converter, value!) : converter.Write(value!, this);
        if (!converter.CountsItself)
        {
            Count(result);
        }

        return result;
    }

    /// <summary>Counts a value that was made by what it takes at least: a byte, and its text.</summary>
    /// <exception cref="MessageTooLargeException">They are more than the message may have.</exception>
    public void Count(IpcValue value) => CountBytes(1 + ((value as IpcString)?.Value.Length ?? 0));

    /// <inheritdoc cref="Count"/>
    public void CountBytes(int bytes)
    {
        _size += bytes;
        if (_size > MaxBytes)
        {
            throw new MessageTooLargeException();
        }
    }

    public IpcValue WriteMember<T>(string name, IpcConverter<T> converter, T? value)
    {
        _path.Push(name);
        var result = Write(converter, value);
        _path.Pop();
        return result;
    }

    public IpcValue WriteMember(string name, IpcConverter converter, object? value)
    {
        _path.Push(name);
        var result = converter.WriteObject(value, this);
        _path.Pop();
        return result;
    }

    public IpcValue WriteElement<T>(long index, IpcConverter<T> converter, T? value)
    {
        _path.Push(index);
        var result = Write(converter, value);
        _path.Pop();
        return result;
    }

    public IpcValue WriteElement(long index, IpcConverter converter, object? value)
    {
        _path.Push(index);
        var result = converter.WriteObject(value, this);
        _path.Pop();
        return result;
    }

    public IpcCloneException Fail(string problem, Exception? inner = null) => new($"{_path}: {problem}", inner);

    private IpcValue WriteContainer<T>(IpcConverter<T> converter, T value)
    {
        if (_path.Depth >= Resolver.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Fail($"the value is nested more than {Resolver.MaxDepth} deep");
        }

        if (typeof(T).IsValueType)
        {
            return WriteContent(converter, value);
        }

        var key = new Key(value!, converter);
        if (!(_written ??= []).TryAdd(key, null))
        {
            return _written[key] ?? throw Fail($"the {value!.GetType()} contains itself; send an IpcValue for a value with cycles");
        }

        var result = WriteContent(converter, value);
        _written[key] = result;
        return result;
    }

    /// <summary>What a user's sequence throws while it is read is no other failure than that of a getter (S117).</summary>
    private IpcValue WriteContent<T>(IpcConverter<T> converter, T value)
    {
        try
        {
            return converter.Write(value, this);
        }
        catch (Exception e) when (e is not (IpcCloneException or MessageTooLargeException))
        {
            throw Fail($"reading the {typeof(T)} threw {e.GetType()}: {ExceptionText.MessageOf(e)}", e);
        }
    }

    private readonly struct Key(object value, IpcConverter converter) : IEquatable<Key>
    {
        private readonly object _value = value;
        private readonly IpcConverter _converter = converter;

        public bool Equals(Key other) => ReferenceEquals(_value, other._value) && ReferenceEquals(_converter, other._converter);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode() => RuntimeHelpers.GetHashCode(_value);
    }
}
