using System.ComponentModel;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp.Infrastructure;

/// <summary>What the generator derives one class from for each tuple type that crosses. Not for use by hand.</summary>
/// <typeparam name="T">The tuple type.</typeparam>
/// <remarks>Thread-safe. One instance serves all conversions of a serializer.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class IpcTupleCodec<T>
{
    /// <summary>How many elements a tuple has before the one that holds the rest.</summary>
    private const int MaxOwnElements = 7;

    private readonly ConverterResolver _resolver;
    private readonly NullAnnotation? _annotation;

    /// <summary>Called once for each serializer.</summary>
    /// <param name="context">The serializer.</param>
    protected IpcTupleCodec(IpcCodecContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        (_resolver, _annotation) = (context.Resolver, context.Annotation);
    }

    private protected IpcTupleCodec(ConverterResolver resolver, int length, NullAnnotation? annotation)
        => (_resolver, Length, _annotation) = (resolver, length, annotation);

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
    protected IpcElement<TElement> Declare<TElement>() => new(Length, new ElementConverter<TElement>(_resolver, AnnotationOf(Length++)));

    /// <summary>Where the declaration of an element allows null; null if that is everywhere.</summary>
    private protected NullAnnotation? AnnotationOf(int index)
    {
        var annotation = _annotation;
        for (; index >= MaxOwnElements; index -= MaxOwnElements)
        {
            annotation = annotation?.Part(MaxOwnElements);
        }

        return annotation?.Part(index);
    }
}

/// <summary>An element of a tuple with a generated codec. Not for use by hand.</summary>
/// <typeparam name="T">The type of the element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IpcElement<T>
{
    internal IpcElement(int index, ElementConverter<T> declared) => (Index, Declared) = (index, declared);

    internal int Index { get; }

    /// <summary>Its converter, and whether its declaration refuses null.</summary>
    internal ElementConverter<T> Declared { get; }
}
