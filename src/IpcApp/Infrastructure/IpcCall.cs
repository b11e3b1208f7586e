using System.ComponentModel;
using IpcApp.Internal.Codec.Converters;
using IpcApp.Internal.Emitters;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Infrastructure;

/// <summary>
/// One message on its way through one handler: what generated code binds its parameters from and hands its result to.
/// </summary>
/// <remarks>Belongs to the one call it was made for; its members are called one after another, by the invoker.</remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed class IpcCall
{
    private readonly CallScope? _scope;
    private readonly MessageAnswer? _results;
    private readonly BindingProbe? _probe;
    private readonly IReadOnlyList<IpcParameter> _parameters;

    internal IpcCall(IpcEvent e, IpcArguments arguments, IpcRegistration registration, CallScope scope, MessageAnswer? results)
    {
        BaseEvent = e;
        Arguments = arguments;
        _parameters = registration.Parameters;
        _scope = scope;
        _results = results;
    }

    /// <summary>A call that only binds: it ends with the last parameter, and there is no event.</summary>
    internal IpcCall(IpcArguments arguments, IpcRegistration registration, BindingProbe probe)
    {
        BaseEvent = null!;
        Arguments = arguments;
        _parameters = registration.Parameters;
        _probe = probe;
    }

    /// <summary>The event of a <c>send</c>, <c>sendSync</c> or <c>postMessage</c>.</summary>
    /// <exception cref="InvalidOperationException">The message is an <c>invoke</c>.</exception>
    public IpcMainEvent Event => BaseEvent as IpcMainEvent
        ?? NoEvent<IpcMainEvent>("This message is an invoke: its event is an IpcMainInvokeEvent.");

    /// <summary>The event of an <c>invoke</c>.</summary>
    /// <exception cref="InvalidOperationException">The message is not an <c>invoke</c>.</exception>
    public IpcMainInvokeEvent InvokeEvent => BaseEvent as IpcMainInvokeEvent
        ?? NoEvent<IpcMainInvokeEvent>("This message is not an invoke: its event is an IpcMainEvent.");

    /// <summary>All arguments of the page.</summary>
    public IpcArguments Arguments { get; }

    /// <summary>
    /// For an <c>invoke</c>, fires when the sending frame is gone; for every message, when the app shuts down.
    /// </summary>
    public CancellationToken CancellationToken => BaseEvent.Aborted;

    internal IpcEvent BaseEvent { get; }

    private IServiceProvider Services => (_scope ?? throw new BindingEndedException()).Services;

    /// <summary>Sends each report to the calling frame, on the message's channel followed by <c>:progress</c>.</summary>
    /// <typeparam name="T">The type of a report.</typeparam>
    public IProgress<T> Progress<T>() => new FrameProgress<T>(BaseEvent);

    /// <summary>An argument that must be there: null, undefined and missing are refused.</summary>
    /// <typeparam name="T">The declared type.</typeparam>
    /// <param name="index">The argument's place, from 0.</param>
    /// <param name="name">The parameter's name, for the error text.</param>
    /// <exception cref="IpcBindingException">The argument is not a value of the type.</exception>
    public T Argument<T>(int index, string name) => Bound(index, Arguments.GetRequired<T>(index, name, AnnotationOf(index)));

    /// <summary>An argument that may be null, undefined or missing; it is then the type's default.</summary>
    /// <inheritdoc cref="Argument{T}"/>
    public T? NullableArgument<T>(int index, string name) => Bound(index, Arguments.GetOptional<T>(index, name, AnnotationOf(index)));

    /// <summary>An argument with a default, which stands in where it is undefined or missing.</summary>
    /// <typeparam name="T">The declared type.</typeparam>
    /// <param name="index">The argument's place, from 0.</param>
    /// <param name="name">The parameter's name, for the error text.</param>
    /// <param name="defaultValue">The parameter's default in C#.</param>
    /// <exception cref="IpcBindingException">The argument is not a value of the type.</exception>
    public T ArgumentOrDefault<T>(int index, string name, T defaultValue)
        => Bound(index, Arguments.IsLeftOut(index) ? defaultValue : Arguments.GetRequired<T>(index, name, AnnotationOf(index)));

    /// <summary>An argument with a default, which stands in where it is undefined or missing; null is accepted as such.</summary>
    /// <inheritdoc cref="ArgumentOrDefault{T}"/>
    public T? NullableArgumentOrDefault<T>(int index, string name, T? defaultValue)
        => Bound(index, Arguments.IsLeftOut(index) ? defaultValue : Arguments.GetOptional<T>(index, name, AnnotationOf(index)));

    /// <summary>The remaining arguments, for a <c>params</c> array. None of them may be null or undefined.</summary>
    /// <inheritdoc cref="Argument{T}"/>
    public T[] RestArguments<T>(int index, string name)
        => Rest(index, at => Arguments.GetRequired<T>(at, name, AnnotationOf(index)?.Part(0)));

    /// <summary>The remaining arguments, for a <c>params</c> array whose elements may be null.</summary>
    /// <inheritdoc cref="Argument{T}"/>
    public T?[] NullableRestArguments<T>(int index, string name)
        => Rest(index, at => Arguments.GetOptional<T>(at, name, AnnotationOf(index)?.Part(0)));

    /// <summary>The handler, from the scope of this call.</summary>
    /// <typeparam name="T">The handler class.</typeparam>
    public T GetHandler<T>()
        where T : notnull
        => GetService<T>();

    /// <summary>A service from the scope of this call.</summary>
    /// <typeparam name="T">The service.</typeparam>
    public T GetService<T>()
        where T : notnull
        => Services.GetRequiredService<T>();

    /// <summary>A service from the scope of this call, or null.</summary>
    /// <typeparam name="T">The service.</typeparam>
    public T? GetOptionalService<T>() => Services.GetService<T>();

    /// <summary>A keyed service from the scope of this call.</summary>
    /// <typeparam name="T">The service.</typeparam>
    /// <param name="key">The service's key.</param>
    public T GetKeyedService<T>(object key)
        where T : notnull
        => Services.GetRequiredKeyedService<T>(key);

    /// <summary>A keyed service from the scope of this call, or null.</summary>
    /// <typeparam name="T">The service.</typeparam>
    /// <param name="key">The service's key.</param>
    public T? GetOptionalKeyedService<T>(object key) => Services.GetKeyedService<T>(key);

    /// <summary>Hands over the handler's result. For a message that takes no answer the result is dropped.</summary>
    /// <typeparam name="T">The static type by which the value is written.</typeparam>
    /// <param name="value">The result.</param>
    public void Return<T>(T value) => _results?.Accept(value);

    /// <summary>Where the parameter at a place allows null; null if its description says nothing.</summary>
    private NullAnnotation? AnnotationOf(int index) => index < _parameters.Count ? _parameters[index].Annotation : null;

    private T[] Rest<T>(int index, Func<int, T> bind)
    {
        var rest = new T[Math.Max(0, Arguments.Count - index)];
        for (var i = 0; i < rest.Length; i++)
        {
            rest[i] = bind(index + i);
        }

        return Bound(index, rest);
    }

    private T Bound<T>(int index, T value)
    {
        _probe?.Add(index, value);
        return value;
    }

    /// <summary>Where only the binding is wanted, the event is never used.</summary>
    private T NoEvent<T>(string problem) => _probe is not null ? default! : throw new InvalidOperationException(problem);
}
