using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using IpcApp.Infrastructure;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp.Internal.Codec;

/// <summary>Payloads, untyped values and C# types, each into the other. Thread-safe.</summary>
/// <remarks>
/// Every conversion is tried directly first, from or to V8's bytes. Where that comes to nothing, the way by untyped values has the word: it
/// succeeds, or says what is wrong.
/// </remarks>
[SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Callers hold one serializer for all directions.")]
internal sealed class IpcSerializer
{
    private readonly ConverterResolver _resolver;
    private readonly ValueLimits _limits;

    /// <param name="options">Copied: later changes have no effect.</param>
    /// <param name="limits">What messages may cost; the defaults of the settings if it is null.</param>
    /// <param name="nullElements">What becomes of null in collections that are declared without.</param>
    /// <param name="warn">Is told once for each type whose members a page has sent in vain; may be null.</param>
    public IpcSerializer(
        IpcSerializerOptions options,
        ValueLimits? limits = null,
        IpcNullElements nullElements = IpcNullElements.Refuse,
        Action<string>? warn = null)
        : this(new ConverterResolver(options, nullElements, warn), limits ?? ValueLimits.Default)
    {
    }

    private IpcSerializer(ConverterResolver resolver, ValueLimits limits) => (_resolver, _limits) = (resolver, limits);

    /// <summary>A serializer that is like this one, but writes messages of another size at most.</summary>
    public IpcSerializer WithMaxMessageBytes(long bytes) => new(_resolver, _limits with { MaxMessageBytes = bytes });

    /// <summary>Reads one value, which refers to nothing of the payload.</summary>
    /// <exception cref="IpcCloneException">The payload is damaged or of an unknown version.</exception>
    public IpcValue ReadValue(ReadOnlyMemory<byte> payload) => Payload.Read(payload.Span, out _);

    /// <summary>Reads the value of a message that is to be bound to C# types.</summary>
    /// <param name="payload">The message.</param>
    /// <param name="budget">What the message may become, for <see cref="Convert{T}"/>.</param>
    /// <param name="owner">Is told what it has become; may be null.</param>
    /// <exception cref="IpcCloneException">The payload is damaged or of an unknown version.</exception>
    public IpcValue ReadValue(ReadOnlyMemory<byte> payload, out MessageBudget budget, IExpansionOwner? owner = null)
    {
        var value = Payload.Read(payload.Span, out var count);
        budget = new MessageBudget(_limits.For(payload.Length), count, owner);
        owner?.ExpandedTo(new Cost(count, 0).Memory);
        return value;
    }

    /// <summary>Reads arguments without untyped values between.</summary>
    /// <param name="payload">An array.</param>
    /// <param name="parameters">What each of them is bound to.</param>
    /// <param name="cost">What has become of them.</param>
    /// <returns>Null if anything is out of the ordinary; nothing is said of the payload then.</returns>
    public BoundArgument[]? TryReadArguments(ReadOnlyMemory<byte> payload, IReadOnlyList<IpcParameter> parameters, out Cost cost)
        => DirectArguments.TryRead(payload.Span, parameters, _resolver, _limits.For(payload.Length), out cost);

    /// <summary>Writes one value with its length prefix and binary data. Nothing is written if it throws.</summary>
    /// <exception cref="IpcCloneException">The value is nested too deeply.</exception>
    /// <exception cref="MessageTooLargeException">The value is too large.</exception>
    public void WriteValue(IBufferWriter<byte> output, IpcValue value) => Payload.Write(output, value, _limits.MaxMessageBytes);

    /// <summary>Writes a value by its static type; for <see cref="object"/> by its run-time type.</summary>
    /// <exception cref="IpcCloneException">The value cannot cross.</exception>
    /// <exception cref="MessageTooLargeException">The value is too large.</exception>
    public void Write<T>(IBufferWriter<byte> output, T value)
    {
        var writer = new IpcWriter(_resolver, _limits.MaxMessageBytes);
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

        Payload.Write(output, ToIpcValue(value), _limits.MaxMessageBytes);
    }

    /// <summary>Writes arguments as one array and one graph (S120), each by its run-time type.</summary>
    /// <exception cref="IpcCloneException">An argument cannot cross.</exception>
    /// <exception cref="MessageTooLargeException">The arguments are too large.</exception>
    public void WriteArguments(IBufferWriter<byte> output, params ReadOnlySpan<object?> arguments)
    {
        var writer = new IpcWriter(_resolver, _limits.MaxMessageBytes);
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

        Payload.Write(output, ToIpcArray(arguments), _limits.MaxMessageBytes);
    }

    /// <summary>Binds a value to a type.</summary>
    /// <param name="value">The value.</param>
    /// <param name="origin">What the value is, to begin an error text with.</param>
    /// <param name="budget">What its message may become; null if it came in none.</param>
    /// <param name="annotation">Where the declaration allows null; null for a type that is chosen at run time, which allows it everywhere.</param>
    /// <exception cref="IpcBindingException">The value does not fit, or would become more than its message may.</exception>
    public T? Convert<T>(IpcValue value, ValueOrigin origin, MessageBudget? budget = null, NullAnnotation? annotation = null)
    {
        var context = ContextFor(origin, budget);
        var result = context.Read(_resolver.Get<T>(annotation), value);
        budget?.Note(origin.Index, context.Cost);
        return result;
    }

    /// <inheritdoc cref="Convert{T}(IpcValue, ValueOrigin, MessageBudget?, NullAnnotation?)"/>
    [RequiresUnreferencedCode(Reflected.Reason)]
    [RequiresDynamicCode(Reflected.Reason)]
    public object? Convert(
        IpcValue value, Type type, ValueOrigin origin, MessageBudget? budget = null, NullAnnotation? annotation = null)
    {
        var context = ContextFor(origin, budget);
        var result = _resolver.Get(type, annotation).ReadObject(value, context);
        budget?.Note(origin.Index, context.Cost);
        return result;
    }

    /// <summary>The untyped view of a value, by its static type; for <see cref="object"/> by its run-time type.</summary>
    /// <exception cref="IpcCloneException">The value cannot cross.</exception>
    /// <exception cref="MessageTooLargeException">The value is too large.</exception>
    public IpcValue ToIpcValue<T>(T value) => new WriteContext(_resolver, _limits.MaxMessageBytes).Write(_resolver.Get<T>(), value);

    private ReadContext ContextFor(ValueOrigin origin, MessageBudget? budget)
        => new(_resolver, origin, budget?.Begin(origin.Index) ?? Allowance.Unmeasured, budget);

    private bool TryWrite<T>(T value, ref IpcWriter writer)
    {
        try
        {
            writer.Value(_resolver.Get<T>(), value);
            return true;
        }
        catch (Exception e) when (e is not MessageTooLargeException)
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
        catch (Exception e) when (e is not MessageTooLargeException)
        {
            return false;
        }
    }

    private IpcArray ToIpcArray(ReadOnlySpan<object?> arguments)
    {
        var context = new WriteContext(_resolver, _limits.MaxMessageBytes);
        var converter = _resolver.Get<object>();
        var array = new IpcArray();
        foreach (var argument in arguments)
        {
            array.Add(context.WriteElement(array.Length, converter, argument));
        }

        return array;
    }
}
