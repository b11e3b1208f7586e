using System.Reflection;
using System.Runtime.CompilerServices;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// One conversion to C#: knows where it is, what it may still make, and what it made of each object. A shared object stays shared, an object
/// that contains itself is refused, and a page cannot send a few references or holes that unfold to billions of objects.
/// </summary>
/// <param name="resolver">Finds the converters.</param>
/// <param name="origin">What is converted, for error texts.</param>
/// <param name="allowance">What it may become.</param>
/// <param name="budget">Is told before much is made; null if nothing asks for it.</param>
/// <param name="depth">How deep within a message that is.</param>
internal sealed class ReadContext(
    ConverterResolver resolver, ValueOrigin origin, Allowance allowance, MessageBudget? budget = null, int depth = 0)
{
    /// <summary>From so many values on, there must be room for them before they are made.</summary>
    private const int Many = 128;

    private static readonly object InProgress = new();

    private readonly ValuePath _path = new();
    private Dictionary<(IpcValue Value, IpcConverter Converter), object?>? _made;
    private long _values;
    private long _output;

    public ConverterResolver Resolver { get; } = resolver;

    /// <summary>What has been made so far.</summary>
    public Cost Cost => new(_values, _output);

    /// <summary>How many bytes of JSON may still be made.</summary>
    public long OutputLeft => allowance.Output - _output;

    public T? Read<T>(IpcConverter<T> converter, IpcValue value)
    {
        if (value.IsNullOrUndefined && !converter.HandlesNull)
        {
            return default(T) is null ? default : throw Mismatch(converter.Expected, value);
        }

        return value.Kind > IpcValueKind.String && converter.IsContainer ? ReadContainer(converter, value) : converter.Read(value, this);
    }

    public T? ReadMember<T>(string name, IpcConverter<T> converter, IpcValue value)
    {
        _path.Push(name);
        var result = Read(converter, value);
        _path.Pop();
        return result;
    }

    public object? ReadMember(string name, IpcConverter converter, IpcValue value)
    {
        _path.Push(name);
        var result = converter.ReadObject(value, this);
        _path.Pop();
        return result;
    }

    public T? ReadElement<T>(long index, IpcConverter<T> converter, IpcValue value)
    {
        _path.Push(index);
        var result = Read(converter, value);
        _path.Pop();
        return result;
    }

    /// <summary>Reads an element that a collection holds at a place.</summary>
    /// <exception cref="IpcBindingException">It does not fit, or is null although its declaration allows none.</exception>
    public T? ReadElement<T>(long index, ElementConverter<T> element, IpcValue value)
    {
        _path.Push(index);
        return ReadElement(element, value);
    }

    /// <summary>Reads an element that a dictionary holds under a key.</summary>
    /// <inheritdoc cref="ReadElement{T}(long, ElementConverter{T}, IpcValue)"/>
    public T? ReadElement<T>(string key, ElementConverter<T> element, IpcValue value)
    {
        _path.Push(key);
        return ReadElement(element, value);
    }

    /// <summary>Reads an element whose type only reflection knows.</summary>
    /// <inheritdoc cref="ReadElement{T}(long, ElementConverter{T}, IpcValue)"/>
    public object? ReadElement(long index, IpcConverter converter, bool refusesNull, IpcValue value)
    {
        _path.Push(index);
        var result = converter.ReadObject(value, this);
        if (result is null && refusesNull)
        {
            throw NullElement(converter, value);
        }

        _path.Pop();
        return result;
    }

    /// <summary>Goes to a member, for error texts, until <see cref="Leave"/>.</summary>
    public void Enter(string name) => _path.Push(name);

    /// <summary>Goes to an element, for error texts, until <see cref="Leave"/>.</summary>
    public void Enter(long index) => _path.Push(index);

    public void Leave() => _path.Pop();

    /// <summary>Counts values before anything is made of them.</summary>
    /// <exception cref="IpcBindingException">They are more than the message may become.</exception>
    public void Count(long values)
    {
        if (values > allowance.Values - _values)
        {
            throw Fail($"the message {TooManyValues()}; send each object once, not several references to it");
        }

        _values += values;
        if (values >= Many)
        {
            budget?.Note(origin.Index, Cost);
        }
    }

    /// <summary>Counts the elements and holes of an array before there are places for them.</summary>
    /// <exception cref="IpcBindingException">They are more than the message may become.</exception>
    public void CountElements(IpcArray array)
    {
        var holes = array.Length - array.ElementCount;
        if (holes > 0 && array.Length > allowance.Values - _values)
        {
            throw Fail(allowance.MessageBytes is null
                ? "the array has too many holes"
                : $"the array has {holes} holes, and so the message {TooManyValues()}");
        }

        Count(array.Length);
    }

    /// <summary>Counts bytes of JSON; <see cref="OutputLeft"/> may become less than nothing.</summary>
    public void CountOutput(long bytes) => _output += bytes;

    /// <summary>For JSON that is, or would become, larger than it may.</summary>
    public IpcBindingException TooMuchOutput() => Fail(
        $"as JSON the value takes more than IpcApp:Limits:MaxOutputPerByte allows for the message's {allowance.MessageBytes} bytes; "
            + "send each object once, not several references to it");

    public IpcBindingException Mismatch(string expected, IpcValue value)
        => Fail($"expected {expected}, got {ValueDescription.Describe(value)}");

    public IpcBindingException MemberMismatch(string name, string expected, IpcValue value)
    {
        _path.Push(name);
        return Mismatch(expected, value);
    }

    /// <summary>Makes a collection. Those of the app's own may refuse elements, and their messages are meant for the sender of the value.</summary>
    public TCollection Build<TSource, TCollection>(Func<TSource, TCollection> build, TSource source)
    {
        try
        {
            return build(source);
        }
        catch (Exception e)
        {
            var cause = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            throw Fail(ExceptionText.MessageOf(cause), cause);
        }
    }

    /// <param name="problem">The end of a sentence, without its full stop.</param>
    /// <param name="inner">What was thrown.</param>
    public IpcBindingException Fail(string problem, Exception? inner = null)
        => new($"{origin}{(_path.Depth > 0 ? $" at {_path}" : "")}: {problem.TrimEnd('.')}.", inner);

    private string TooManyValues() => "would become more values than "
        + (allowance.MessageBytes is { } bytes ? $"IpcApp:Limits:MaxValuesPerByte allows for its {bytes} bytes" : "any message can have");

    private T? ReadElement<T>(ElementConverter<T> element, IpcValue value)
    {
        var result = Read(element.Converter, value);
        if (result is null && element.RefusesNull)
        {
            throw NullElement(element.Converter, value);
        }

        _path.Pop();
        return result;
    }

    private IpcBindingException NullElement(IpcConverter converter, IpcValue value)
        => Fail($"expected {converter.Expected}, got {ValueDescription.Describe(value)}, which the C# declaration does not allow there; "
            + "to accept null, declare it with '?', or set IpcApp:NullElements to Allow");

    private T ReadContainer<T>(IpcConverter<T> converter, IpcValue value)
    {
        if (depth + _path.Depth >= Resolver.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Fail($"the value is nested more than {Resolver.MaxDepth} deep");
        }

        var key = (value, (IpcConverter)converter);
        if (!(_made ??= []).TryAdd(key, InProgress))
        {
            return !ReferenceEquals(_made[key], InProgress)
                ? (T)_made[key]!
                : throw Fail("the value contains itself; leave the cycle out, or declare an IpcValue");
        }

        var result = converter.Read(value, this);
        _made[key] = result;
        return result;
    }
}
