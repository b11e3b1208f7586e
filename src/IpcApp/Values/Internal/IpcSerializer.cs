using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using IpcApp.Infrastructure;
using IpcApp.Values.Internal.Converters;

namespace IpcApp.Values.Internal;

/// <summary>Payloads, untyped values and C# types, each into the other. Thread-safe.</summary>
/// <remarks>
/// Every conversion is tried directly first, from or to V8's bytes. Where that comes to nothing, the way by untyped values has the word: it
/// succeeds, or says what is wrong.
/// </remarks>
/// <param name="options">Copied: later changes have no effect.</param>
[SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Callers hold one serializer for all directions.")]
internal sealed class IpcSerializer(IpcSerializerOptions options)
{
    private readonly ConverterResolver _resolver = new(options);

    /// <summary>Reads one value, which refers to nothing of the payload.</summary>
    /// <exception cref="IpcCloneException">The payload is damaged or of an unknown version.</exception>
    public IpcValue ReadValue(ReadOnlyMemory<byte> payload) => Payload.Read(payload.Span);

    /// <summary>Reads arguments without untyped values between.</summary>
    /// <param name="payload">An array.</param>
    /// <param name="parameters">What each of them is bound to.</param>
    /// <returns>Null if anything is out of the ordinary; nothing is said of the payload then.</returns>
    public BoundArgument[]? TryReadArguments(ReadOnlyMemory<byte> payload, IReadOnlyList<IpcParameter> parameters)
        => DirectArguments.TryRead(payload.Span, parameters, _resolver);

    /// <summary>Writes one value with its length prefix and binary data. Nothing is written if it throws.</summary>
    /// <exception cref="IpcCloneException">The value is nested too deeply or too large.</exception>
    public void WriteValue(IBufferWriter<byte> output, IpcValue value) => Payload.Write(output, value);

    /// <summary>Writes a value by its static type; for <see cref="object"/> by its run-time type.</summary>
    /// <exception cref="IpcCloneException">The value can not cross.</exception>
    public void Write<T>(IBufferWriter<byte> output, T value)
    {
        var writer = new IpcWriter(_resolver);
        try
        {
            if (TryWrite(value, ref writer))
            {
                Payload.Write(output, in writer.Stream);
                return;
            }
        }
        finally
        {
            writer.Dispose();
        }

        Payload.Write(output, ToIpcValue(value));
    }

    /// <summary>Writes arguments as one array and one graph (S120), each by its run-time type.</summary>
    /// <exception cref="IpcCloneException">An argument can not cross.</exception>
    public void WriteArguments(IBufferWriter<byte> output, params ReadOnlySpan<object?> arguments)
    {
        var writer = new IpcWriter(_resolver);
        try
        {
            if (TryWriteArguments(arguments, ref writer))
            {
                Payload.Write(output, in writer.Stream);
                return;
            }
        }
        finally
        {
            writer.Dispose();
        }

        Payload.Write(output, ToIpcArray(arguments));
    }

    /// <summary>Binds a value to a type.</summary>
    /// <param name="value">The value.</param>
    /// <param name="origin">What the value is, to begin an error text with.</param>
    /// <exception cref="IpcBindingException">The value does not fit.</exception>
    public T? Convert<T>(IpcValue value, ValueOrigin origin) => new ReadContext(_resolver, origin).Read(_resolver.Get<T>(), value);

    /// <inheritdoc cref="Convert{T}(IpcValue, ValueOrigin)"/>
    [RequiresUnreferencedCode(Reflected.Reason)]
    [RequiresDynamicCode(Reflected.Reason)]
    public object? Convert(IpcValue value, Type type, ValueOrigin origin)
        => _resolver.Get(type).ReadObject(value, new ReadContext(_resolver, origin));

    /// <summary>The untyped view of a value, by its static type; for <see cref="object"/> by its run-time type.</summary>
    /// <exception cref="IpcCloneException">The value can not cross.</exception>
    public IpcValue ToIpcValue<T>(T value) => new WriteContext(_resolver).Write(_resolver.Get<T>(), value);

    private bool TryWrite<T>(T value, ref IpcWriter writer)
    {
        try
        {
            writer.Value(_resolver.Get<T>(), value);
            return true;
        }
        catch (Exception)
        {
            return false; // getters of the app's own types run here, so it may be anything
        }
    }

    private bool TryWriteArguments(scoped ReadOnlySpan<object?> arguments, ref IpcWriter writer)
    {
        try
        {
            var converter = _resolver.Get<object>();
            writer.BeginArguments(arguments.Length);
            foreach (var argument in arguments)
            {
                writer.Value(converter, argument);
            }

            writer.EndArray(arguments.Length);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private IpcArray ToIpcArray(ReadOnlySpan<object?> arguments)
    {
        var context = new WriteContext(_resolver);
        var converter = _resolver.Get<object>();
        var array = new IpcArray();
        foreach (var argument in arguments)
        {
            array.Add(context.WriteElement(array.Length, converter, argument));
        }

        return array;
    }
}
