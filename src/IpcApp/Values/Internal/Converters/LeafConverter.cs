namespace IpcApp.Values.Internal.Converters;

/// <summary>Reads a leaf, or says that the value is something else.</summary>
internal delegate bool TryReadLeaf<T>(IpcValue value, out T result);

/// <summary>A type without parts: a number, a text, a moment, bytes.</summary>
internal sealed class LeafConverter<T>(string expected, Func<T, IpcValue> write, TryReadLeaf<T> tryRead, bool isObject = false)
    : IpcConverter<T>
{
    public override string Expected => expected;

    /// <summary>For types that are objects in JavaScript although they have no parts, such as bytes: their identity counts.</summary>
    public override bool IsContainer => isObject;

    public override IpcValue Write(T value, WriteContext context)
    {
        try
        {
            return write(value);
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            throw context.Fail(e.Message, e);
        }
    }

    public override T Read(IpcValue value, ReadContext context)
        => tryRead(value, out var result) ? result : throw context.Mismatch(expected, value);
}
