namespace IpcApp.Values.Internal.Converters;

/// <summary>Converts one C# type to and from JavaScript values. Thread-safe; one instance serves all conversions of a serializer.</summary>
internal abstract class IpcConverter
{
    /// <summary>What a page may send, in JavaScript's words and with an article: <c>a string</c>.</summary>
    public abstract string Expected { get; }

    /// <summary>Whether null and undefined are for the converter to interpret; if not, they are the type's null, or refused.</summary>
    public virtual bool HandlesNull => false;

    /// <summary>Whether values have parts, and so an identity to keep and a chance to contain themselves.</summary>
    public virtual bool IsContainer => false;

    public abstract IpcValue WriteObject(object? value, WriteContext context);

    public abstract object? ReadObject(IpcValue value, ReadContext context);
}

/// <inheritdoc/>
internal abstract class IpcConverter<T> : IpcConverter
{
    /// <summary>Converts a value that is not null, unless the converter handles null.</summary>
    public abstract IpcValue Write(T value, WriteContext context);

    /// <summary>Converts a value that is neither null nor undefined, unless the converter handles null.</summary>
    public abstract T Read(IpcValue value, ReadContext context);

    public sealed override IpcValue WriteObject(object? value, WriteContext context) => context.Write(this, (T?)value);

    public sealed override object? ReadObject(IpcValue value, ReadContext context) => context.Read(this, value);
}
