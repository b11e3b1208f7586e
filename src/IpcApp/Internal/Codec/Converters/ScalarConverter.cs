using IpcApp.Infrastructure;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>Reads a leaf, or says that the value is something else.</summary>
internal delegate bool TryReadScalar<T>(IpcValue value, out T result);

/// <summary>Writes a leaf with its tag.</summary>
internal delegate void WriteLeafDirect<T>(T value, ref V8Writer writer);

/// <summary>Reads a leaf behind its tag. False for every form that is not the usual one: the untyped way knows them all.</summary>
internal delegate bool TryReadScalarDirect<T>(ref V8Reader reader, byte tag, out T result);

/// <summary>A type without parts: a number, a text, a moment, bytes.</summary>
internal sealed class ScalarConverter<T>(string expected, Func<T, IpcValue> write, TryReadScalar<T> tryRead, bool isObject = false)
    : IpcConverter<T>
{
    /// <summary>How many bytes of a copy count as one value.</summary>
    private const int BytesPerValue = 32;

    public override string Expected => expected;

    /// <summary>For types that are objects in JavaScript although they have no parts, such as bytes: their identity counts.</summary>
    public override bool IsContainer => isObject;

    public override KeyForm KeyForm => Key;

    public KeyForm Key { get; init; }

    /// <summary>Says of a value of the right kind why it is none of the type; null for all others.</summary>
    public Func<IpcValue, string?>? Explain { get; init; }

    public override Acceptance Accepts
        => ScalarAcceptance.Of(typeof(T), int64AsNumber: default(T) is long or ulong && write(default!).Kind == IpcValueKind.Number);

    public WriteLeafDirect<T>? WriteDirect { get; init; }

    public TryReadScalarDirect<T>? TryReadDirect { get; init; }

    public override IpcValue Write(T value, WriteContext context)
    {
        try
        {
            var result = write(value);
            if (isObject && result.TryGetBytes(out var bytes))
            {
                context.CountBytes(bytes.Length);
            }

            return result;
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            throw context.Fail(ExceptionText.MessageOf(e), e);
        }
    }

    public override void Write(T value, ref IpcWriter writer)
    {
        if (WriteDirect is not null)
        {
            WriteDirect(value, ref writer.Stream);
        }
        else
        {
            base.Write(value, ref writer);
        }
    }

    public override T Read(IpcValue value, ReadContext context)
    {
        // Many views may share one buffer, but not once they are copied.
        if (isObject && value.TryGetBytes(out var bytes))
        {
            context.Count(bytes.Length / BytesPerValue);
        }

        return tryRead(value, out var result) ? result
            : throw (Explain?.Invoke(value) is { } problem ? context.Fail(problem) : context.Mismatch(expected, value));
    }

    public override bool TryRead(ref IpcReader reader, byte tag, out T value)
        => TryReadDirect is not null
            ? TryReadDirect(ref reader.Stream, tag, out value)
            : tryRead(reader.Stream.ReadUntyped(tag), out value) && !reader.Stream.NeedsUntyped;
}
