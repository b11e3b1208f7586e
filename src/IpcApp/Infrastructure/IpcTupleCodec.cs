using System.ComponentModel;
using IpcApp.Values.Internal.Converters;

namespace IpcApp.Infrastructure;

/// <summary>What the generator derives one class from for each tuple type that crosses. Not for use by hand.</summary>
/// <typeparam name="T">The tuple type.</typeparam>
/// <remarks>Thread-safe. One instance serves all conversions of a serializer.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class IpcTupleCodec<T>
{
    private readonly ConverterResolver _resolver;

    /// <summary>Called once for each serializer.</summary>
    /// <param name="context">The serializer.</param>
    protected IpcTupleCodec(IpcCodecContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _resolver = context.Resolver;
    }

    private protected IpcTupleCodec(ConverterResolver resolver, int length) => (_resolver, Length) = (resolver, length);

    /// <summary>The number of elements, those of a nested rest included.</summary>
    internal int Length { get; private set; }

    /// <summary>Writes all elements in their order.</summary>
    /// <param name="value">The tuple.</param>
    /// <param name="writer">The destination.</param>
    public abstract void Write(T value, ref IpcWriter writer);

    /// <summary>Reads all elements in their order and makes the tuple. The result is void if the reader has failed.</summary>
    /// <param name="reader">The source.</param>
    public abstract T Read(ref IpcReader reader);

    /// <summary>Declares the next element.</summary>
    /// <typeparam name="TElement">Its type.</typeparam>
    protected IpcElement<TElement> Declare<TElement>() => new(Length++, _resolver);
}

/// <summary>An element of a tuple with a generated codec. Not for use by hand.</summary>
/// <typeparam name="T">The type of the element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IpcElement<T>
{
    private readonly ConverterResolver _resolver;
    private IpcConverter<T>? _converter;

    internal IpcElement(int index, ConverterResolver resolver) => (Index, _resolver) = (index, resolver);

    internal int Index { get; }

    /// <summary>Found on first use, as an element may contain tuples of this type.</summary>
    internal IpcConverter<T> Converter => _converter ??= _resolver.Get<T>();
}
