using IpcApp.Infrastructure;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp.Internal.Codec;

/// <summary>An argument that is bound already.</summary>
internal abstract class BoundArgument;

/// <inheritdoc/>
internal sealed class BoundArgument<T>(T value) : BoundArgument
{
    public T Value { get; } = value;
}

/// <summary>Reads one argument of a known type.</summary>
internal abstract class ParameterReader
{
    /// <summary>Null for what only the untyped way can decide, such as null and undefined.</summary>
    public abstract BoundArgument? TryRead(ref IpcReader reader);
}

/// <inheritdoc/>
internal sealed class ParameterReader<T> : ParameterReader
{
    private static readonly ParameterReader<T> Plain = new(null);

    private readonly NullAnnotation? _annotation;

    // The converter of the last serializer: an app has one, and finding it by its annotation takes longer than by its type.
    private Found? _found;

    private ParameterReader(NullAnnotation? annotation) => _annotation = annotation;

    /// <param name="annotation">Where the parameter's declaration allows null; null if that is everywhere.</param>
    public static ParameterReader<T> For(NullAnnotation? annotation) => annotation is { Key.Length: > 0 } ? new(annotation) : Plain;

    public override BoundArgument? TryRead(ref IpcReader reader)
        => reader.Value(ConverterOf(reader.Resolver)) is { } value && !reader.HasFailed ? new BoundArgument<T>(value) : null;

    private IpcConverter<T> ConverterOf(ConverterResolver resolver)
    {
        if (_annotation is null)
        {
            return resolver.Get<T>();
        }

        var found = _found;
        if (found?.Resolver != resolver)
        {
            _found = found = new(resolver, resolver.Get<T>(_annotation));
        }

        return found.Converter;
    }

    private sealed record Found(ConverterResolver Resolver, IpcConverter<T> Converter);
}

/// <summary>Reads the arguments of a message straight to the types of a method's parameters.</summary>
internal static class DirectArguments
{
    /// <param name="payload">An array of arguments.</param>
    /// <param name="parameters">What they are bound to.</param>
    /// <param name="resolver">Finds the converters.</param>
    /// <param name="allowance">What the message may become.</param>
    /// <param name="cost">What it has become.</param>
    /// <returns>Null if the untyped way must decide.</returns>
    public static BoundArgument[]? TryRead(
        ReadOnlySpan<byte> payload,
        IReadOnlyList<IpcParameter> parameters,
        ConverterResolver resolver,
        Allowance allowance,
        out Cost cost)
    {
        cost = default;
        if (!Payload.TrySplit(payload, out var stream, out var blobs))
        {
            return null;
        }

        try
        {
            var reader = new IpcReader(resolver, stream, blobs, allowance);
            var arguments = TryRead(ref reader, parameters);
            cost = reader.Cost;
            return arguments;
        }
        catch (Exception)
        {
            return null; // constructors and setters of the app's own types run here, so it may be anything
        }
    }

    private static BoundArgument[]? TryRead(ref IpcReader reader, IReadOnlyList<IpcParameter> parameters)
    {
        ref var bytes = ref reader.Stream.Bytes;
        if (bytes.ReadTag() != V8Tag.BeginDenseArray || bytes.ReadVarint() != parameters.Count)
        {
            return null;
        }

        var arguments = new BoundArgument[parameters.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (parameters[i].Reader?.TryRead(ref reader) is not { } argument)
            {
                return null;
            }

            arguments[i] = argument;
        }

        var isWhole = bytes.ReadTag() == V8Tag.EndDenseArray && bytes.ReadVarint() == 0 && bytes.ReadVarint() == arguments.Length;
        return isWhole && reader.Stream.IsAtEnd ? arguments : null;
    }
}
