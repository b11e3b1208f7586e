using IpcApp.Infrastructure;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>A value type that may be null. Null itself never gets here.</summary>
/// <param name="resolver">Finds the converter of the type without its question mark.</param>
/// <param name="annotation">Where that type's declaration allows null; null if that is everywhere.</param>
internal sealed class NullableConverter<T>(ConverterResolver resolver, NullAnnotation? annotation = null) : IpcConverter<T?>
    where T : struct
{
    private readonly IpcConverter<T> _inner = resolver.Get<T>(annotation);

    public override string Expected => _inner.Expected;

    public override bool HandlesNull => _inner.HandlesNull;

    public override bool CountsItself => true;

    public override Acceptance Accepts => _inner.Accepts;

    public override IpcValue Write(T? value, WriteContext context)
    {
        if (value is not null)
        {
            return context.Write(_inner, value.GetValueOrDefault());
        }

        context.Count(IpcValue.Null);
        return IpcValue.Null;
    }

    public override void Write(T? value, ref IpcWriter writer)
    {
        if (value is null)
        {
            writer.Stream.Bytes.WriteByte(V8Tag.Null);
        }
        else
        {
            writer.Value(_inner, value.GetValueOrDefault());
        }
    }

    public override T? Read(IpcValue value, ReadContext context) => value.IsNullOrUndefined ? null : context.Read(_inner, value);

    public override bool TryRead(ref IpcReader reader, byte tag, out T? value)
    {
        value = tag is V8Tag.Null or V8Tag.Undefined ? null : reader.Value(_inner, tag);
        return !reader.HasFailed;
    }
}
