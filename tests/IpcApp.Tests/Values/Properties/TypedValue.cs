using System.Buffers;
using IpcApp.Infrastructure;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp.Tests.Values.Properties;

/// <summary>A value of one of the C# types, and what the properties ask of it.</summary>
internal abstract class TypedValue
{
    /// <summary>The bytes that the value is written as.</summary>
    public abstract byte[] Write(IpcSerializer serializer);

    /// <summary>The value's untyped form.</summary>
    public abstract IpcValue ToIpcValue(IpcSerializer serializer);

    /// <summary>
    /// What a value becomes when it is bound to the same type: its description, or the error. Reading it directly gives the same or gives up.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="serializer">Binds it.</param>
    public abstract string Bind(IpcValue value, IpcSerializer serializer);

    /// <summary>The arguments array that holds the value alone.</summary>
    public static byte[] Arguments(IpcValue value, IpcSerializer serializer)
    {
        var output = new ArrayBufferWriter<byte>();
        serializer.WriteArguments(output, value);
        return output.WrittenSpan.ToArray();
    }
}

/// <inheritdoc/>
internal sealed class TypedValue<T>(T value, string? annotation) : TypedValue
{
    private readonly IpcParameter _parameter = IpcParameter.Of<T>("it", isRequired: true, annotation);

    public override byte[] Write(IpcSerializer serializer)
    {
        var output = new ArrayBufferWriter<byte>();
        serializer.Write(output, value);
        return output.WrittenSpan.ToArray();
    }

    public override IpcValue ToIpcValue(IpcSerializer serializer) => serializer.ToIpcValue(value);

    public override string Bind(IpcValue value, IpcSerializer serializer)
    {
        string expected;
        try
        {
            expected = CSharpText.Describe(serializer.Convert<T>(value, new ValueOrigin(0, "it"), annotation: _parameter.Annotation));
        }
        catch (IpcBindingException e)
        {
            expected = $"refused: {e.Message}";
        }

        var direct = serializer.TryReadArguments(Arguments(value, serializer), [_parameter], out _);
        if (direct is [BoundArgument<T> bound])
        {
            Assert.Equal(expected, CSharpText.Describe(bound.Value));
        }

        return expected;
    }

    public override string ToString() => CSharpText.Describe(value);
}
