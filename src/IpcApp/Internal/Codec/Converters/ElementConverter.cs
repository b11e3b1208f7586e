namespace IpcApp.Internal.Codec.Converters;

/// <summary>The converter of a collection's elements, keys or values, and whether null is refused among them.</summary>
/// <param name="resolver">Finds the converter.</param>
/// <param name="annotation">What the declaration says about null; null if it says nothing.</param>
internal sealed class ElementConverter<T>(ConverterResolver resolver, NullAnnotation? annotation)
{
    private IpcConverter<T>? _converter;

    public bool RefusesNull { get; } = default(T) is null && resolver.Enforced(annotation) is { AllowsNull: false };

    /// <summary>Found on first use, as an element may contain collections of the type that it is an element of.</summary>
    public IpcConverter<T> Converter => _converter ??= resolver.Get<T>(annotation);
}
