using IpcApp.Infrastructure;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>Memory crosses as an array of it does.</summary>
internal abstract class MemoryConverter<TMemory, TElement>(ConverterResolver resolver, NullAnnotation? annotation) : IpcConverter<TMemory>
{
    private readonly SequenceConverter<TElement[], TElement> _array = new(resolver, isSet: false, items => items.ToArray(), annotation);

    public override string Expected => _array.Expected;

    public override bool IsContainer => true;

    public override Acceptance Accepts => _array.Accepts;

    public override IpcValue Write(TMemory value, WriteContext context) => _array.Write(ToArray(value), context);

    public override void Write(TMemory value, ref IpcWriter writer) => _array.Write(ToArray(value), ref writer);

    public override TMemory Read(IpcValue value, ReadContext context) => FromArray(_array.Read(value, context));

    public override bool TryRead(ref IpcReader reader, byte tag, out TMemory value)
    {
        var isRead = _array.TryRead(ref reader, tag, out var array);
        value = isRead ? FromArray(array) : default!;
        return isRead;
    }

    protected abstract TElement[] ToArray(TMemory memory);

    protected abstract TMemory FromArray(TElement[] array);
}

/// <inheritdoc/>
internal sealed class MemoryConverter<T>(ConverterResolver resolver, NullAnnotation? annotation) : MemoryConverter<Memory<T>, T>(resolver, annotation)
{
    protected override T[] ToArray(Memory<T> memory) => memory.ToArray();

    protected override Memory<T> FromArray(T[] array) => array;
}

/// <inheritdoc/>
internal sealed class ReadOnlyMemoryConverter<T>(ConverterResolver resolver, NullAnnotation? annotation)
    : MemoryConverter<ReadOnlyMemory<T>, T>(resolver, annotation)
{
    protected override T[] ToArray(ReadOnlyMemory<T> memory) => memory.ToArray();

    protected override ReadOnlyMemory<T> FromArray(T[] array) => array;
}
