using System.Collections;
using IpcApp.Values.Internal;

namespace IpcApp;

/// <summary>The arguments of one message, as the page sent them. A missing argument reads as undefined.</summary>
/// <remarks>
/// All listeners of a message see the same argument objects (S10). Reading is thread-safe as long as nobody changes them.
/// </remarks>
public sealed class IpcArguments : IReadOnlyList<IpcValue>
{
    private readonly IpcArray _values;
    private readonly IpcSerializer _serializer;

    internal IpcArguments(IpcArray values, IpcSerializer serializer)
    {
        _values = values;
        _serializer = serializer;
    }

    /// <summary>How many arguments the page sent.</summary>
    public int Count => _values.Count;

    /// <summary>The argument at a place, or undefined if the page sent fewer.</summary>
    /// <param name="index">From 0.</param>
    public IpcValue this[int index] => index < _values.Count ? _values[index] : IpcValue.Undefined;

    /// <summary>The argument at a place as a C# value. Null, undefined and missing give the type's default.</summary>
    /// <typeparam name="T">The type to bind to.</typeparam>
    /// <param name="index">From 0.</param>
    /// <exception cref="IpcBindingException">The argument is something else.</exception>
    public T? Get<T>(int index) => GetOptional<T>(index, null);

    /// <inheritdoc/>
    public IEnumerator<IpcValue> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal T GetRequired<T>(int index, string? name)
    {
        var value = this[index];
        if (typeof(IpcValue).IsAssignableFrom(typeof(T)) && value is T untyped)
        {
            return untyped;
        }

        var bound = _serializer.Convert<T>(value, Path(index, name));
        return bound is null
            ? throw new IpcBindingException(
                $"{Path(index, name)}: a value is required, got {(value.Kind == IpcValueKind.Null ? "null" : "undefined")}.")
            : bound;
    }

    internal T? GetOptional<T>(int index, string? name)
    {
        var value = this[index];
        if (value is T untyped)
        {
            return untyped;
        }

        return value.Kind is IpcValueKind.Undefined or IpcValueKind.Null ? default : _serializer.Convert<T>(value, Path(index, name));
    }

    private static string Path(int index, string? name) => name is null ? $"argument {index + 1}" : $"argument {index + 1} ('{name}')";
}
