using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using IpcApp.Values.Internal.Converters;

namespace IpcApp.Values.Internal;

/// <summary>Payloads, untyped values and C# types, each into the other. Thread-safe.</summary>
/// <param name="options">Copied: later changes have no effect.</param>
[SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Callers hold one serializer for all directions.")]
internal sealed class IpcSerializer(IpcSerializerOptions options)
{
    private readonly ConverterResolver _resolver = new(options);

    /// <summary>Reads one value, which refers to nothing of the payload.</summary>
    /// <exception cref="IpcCloneException">The payload is damaged or of an unknown version.</exception>
    public IpcValue ReadValue(ReadOnlyMemory<byte> payload) => Payload.Read(payload.Span);

    /// <summary>Writes one value with its length prefix and binary data. Nothing is written if it throws.</summary>
    /// <exception cref="IpcCloneException">The value is nested too deeply or too large.</exception>
    public void WriteValue(IBufferWriter<byte> output, IpcValue value) => Payload.Write(output, value);

    /// <summary>Writes a value by its static type; for <see cref="object"/> by its run-time type.</summary>
    /// <exception cref="IpcCloneException">The value can not cross.</exception>
    public void Write<T>(IBufferWriter<byte> output, T value) => Payload.Write(output, ToIpcValue(value));

    /// <summary>Writes arguments as one array and one graph (S120), each by its run-time type.</summary>
    /// <exception cref="IpcCloneException">An argument can not cross.</exception>
    public void WriteArguments(IBufferWriter<byte> output, params ReadOnlySpan<object?> arguments)
    {
        var context = new WriteContext(_resolver);
        var converter = _resolver.Get<object>();
        var array = new IpcArray();
        foreach (var argument in arguments)
        {
            array.Add(context.WriteElement(array.Length, converter, argument));
        }

        Payload.Write(output, array);
    }

    /// <summary>Binds a value to a type.</summary>
    /// <param name="value">The value.</param>
    /// <param name="path">What the value is, to begin an error text with: <c>argument 1 ('note')</c>.</param>
    /// <exception cref="IpcBindingException">The value does not fit.</exception>
    public T? Convert<T>(IpcValue value, string path) => new ReadContext(_resolver, path).Read(_resolver.Get<T>(), value);

    /// <inheritdoc cref="Convert{T}(IpcValue, string)"/>
    public object? Convert(IpcValue value, Type type, string path)
        => _resolver.Get(type).ReadObject(value, new ReadContext(_resolver, path));

    /// <summary>The untyped view of a value, by its static type; for <see cref="object"/> by its run-time type.</summary>
    /// <exception cref="IpcCloneException">The value can not cross.</exception>
    public IpcValue ToIpcValue<T>(T value) => new WriteContext(_resolver).Write(_resolver.Get<T>(), value);
}
