using IpcApp.Infrastructure;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>Converts one C# type to and from JavaScript values. Thread-safe; one instance serves all conversions of a serializer.</summary>
/// <remarks>
/// Each converter knows two ways. By the untyped value: the one that decides what is right, and that words every error. And directly, to
/// and from V8's bytes: the fast one, which gives up where anything is out of the ordinary, so that the other one does the whole message.
/// </remarks>
internal abstract class IpcConverter
{
    /// <summary>What a page may send, in JavaScript's words and with an article: <c>a string</c>.</summary>
    public abstract string Expected { get; }

    /// <summary>Whether null and undefined are for the converter to interpret; if not, they are the type's null, or refused.</summary>
    public virtual bool HandlesNull => false;

    /// <summary>Whether values have parts, and so an identity to keep and a chance to contain themselves.</summary>
    public virtual bool IsContainer => false;

    /// <summary>Whether what it writes has been counted by <see cref="WriteContext.Count"/> already, as where another converter writes it.</summary>
    public virtual bool CountsItself => false;

    /// <summary>What the names of a plain object's properties are, if this is the type of a dictionary's keys.</summary>
    public virtual KeyForm KeyForm => KeyForm.None;

    /// <summary>The kinds of JavaScript values that are read, by which the cases of a union are told apart.</summary>
    public virtual Acceptance Accepts => Acceptance.Anything;

    public abstract IpcValue WriteObject(object? value, WriteContext context);

    public abstract object? ReadObject(IpcValue value, ReadContext context);

    /// <summary>Writes directly.</summary>
    public abstract void WriteObject(object? value, ref IpcWriter writer);

    /// <summary>Reads directly; what the reader says of itself afterwards decides whether the result counts.</summary>
    public abstract object? ReadObject(ref IpcReader reader);
}

/// <inheritdoc/>
internal abstract class IpcConverter<T> : IpcConverter
{
    /// <summary>Converts a value that is not null, unless the converter handles null.</summary>
    public abstract IpcValue Write(T value, WriteContext context);

    /// <summary>Converts a value that is neither null nor undefined, unless the converter handles null.</summary>
    public abstract T Read(IpcValue value, ReadContext context);

    /// <summary>Writes a value that is not null, unless the converter handles null, straight into the stream.</summary>
    /// <remarks>For values that keep no C# object's identity: what the untyped way knows of objects, the direct one does not.</remarks>
    public virtual void Write(T value, ref IpcWriter writer) => writer.Stream.Write(Write(value, writer.Context));

    /// <summary>Reads a value that is neither null nor undefined, unless the converter handles null, straight out of the stream.</summary>
    /// <param name="reader">Stands behind the value's tag.</param>
    /// <param name="tag">The value's tag.</param>
    /// <param name="value">The value.</param>
    /// <returns>False if the untyped way must decide.</returns>
    public virtual bool TryRead(ref IpcReader reader, byte tag, out T value)
    {
        var untyped = reader.Stream.ReadUntyped(tag);
        value = reader.Stream.NeedsUntyped ? default! : reader.Bind(this, untyped)!;
        return !reader.Stream.NeedsUntyped;
    }

    public sealed override IpcValue WriteObject(object? value, WriteContext context) => context.Write(this, (T?)value);

    public sealed override object? ReadObject(IpcValue value, ReadContext context) => context.Read(this, value);

    public sealed override void WriteObject(object? value, ref IpcWriter writer) => writer.Value(this, (T?)value);

    public sealed override object? ReadObject(ref IpcReader reader) => reader.Value(this);
}
