using System.Collections;
using System.Diagnostics.CodeAnalysis;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp;

/// <summary>The arguments of one message, as the page sent them. A missing argument reads as undefined.</summary>
/// <remarks>
/// All listeners of a message see the same argument objects. Reading is thread-safe as long as no code changes them.
/// </remarks>
public sealed class IpcArguments : IReadOnlyList<IpcValue>
{
    private readonly IpcArray? _values;
    private readonly BoundArgument[]? _bound;
    private readonly IpcSerializer _serializer;
    private readonly MessageBudget? _budget;

    internal IpcArguments(IpcArray values, IpcSerializer serializer, MessageBudget budget)
    {
        _values = values;
        _serializer = serializer;
        _budget = budget;
    }

    /// <summary>Arguments bound to a method's parameters without untyped values between; none but that method's may be read.</summary>
    internal IpcArguments(BoundArgument[] bound, IpcSerializer serializer)
    {
        _bound = bound;
        _serializer = serializer;
    }

    private IpcArray Values => _values ?? throw new InvalidOperationException("These arguments were bound to the parameters of one method.");

    /// <summary>How many arguments the page sent.</summary>
    public int Count => _bound?.Length ?? Values.Count;

    /// <summary>The argument at a place, or undefined if the page sent fewer.</summary>
    /// <param name="index">From 0.</param>
    public IpcValue this[int index] => index < Values.Count ? Values[index] : IpcValue.Undefined;

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

    internal T GetRequired<T>(int index, string? name, NullAnnotation? annotation = null)
    {
        if (TryGetBound<T>(index, out var early))
        {
            return early;
        }

        var value = this[index];
        if (UntypedView.TryTake<T>(value, out var untyped))
        {
            return untyped;
        }

        var origin = new ValueOrigin(index, name);
        var bound = _serializer.Convert<T>(value, origin, _budget, annotation);
        return bound is null
            ? throw new IpcBindingException($"{origin}: a value is required, got {ValueDescription.Describe(value)}.")
            : bound;
    }

    internal T? GetOptional<T>(int index, string? name, NullAnnotation? annotation = null)
    {
        if (TryGetBound<T>(index, out var early))
        {
            return early;
        }

        var value = this[index];
        if (UntypedView.TryTake<T>(value, out var untyped))
        {
            return untyped;
        }

        return value.IsNullOrUndefined ? default : _serializer.Convert<T>(value, new ValueOrigin(index, name), _budget, annotation);
    }

    /// <summary>Whether an argument was left out, or is undefined, which is the same in JavaScript.</summary>
    internal bool IsLeftOut(int index) => _bound is null && this[index].Kind == IpcValueKind.Undefined;

    private bool TryGetBound<T>(int index, [MaybeNullWhen(false)] out T value)
    {
        var argument = index < _bound?.Length ? _bound[index] as BoundArgument<T> : null;
        value = argument is null ? default : argument.Value;
        return argument is not null;
    }
}
