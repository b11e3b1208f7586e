using System.Reflection;
using IpcApp.Infrastructure;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp.Internal.Emitters;

/// <summary>How one parameter of a registered delegate takes its argument.</summary>
internal readonly struct DelegateParameter<T>
{
    private readonly int _index;
    private readonly string _name;
    private readonly bool _isRequired;
    private readonly string? _annotation;

    /// <param name="method">The delegate; its first parameter is the event. Null is refused where it is registered, by Electron's text.</param>
    /// <param name="index">The argument's place, from 0.</param>
    public DelegateParameter(Delegate? method, int index)
    {
        if (method is null)
        {
            _name = "";
            return;
        }

        var parameter = method.Method.GetParameters()[^(method.GetType().GetMethod("Invoke")!.GetParameters().Length - 1 - index)];
        _index = index;
        _name = parameter.Name ?? $"argument{index + 1}";
        _isRequired = Nullable.GetUnderlyingType(typeof(T)) is null && !AllowsNull(parameter);
        _annotation = IsGeneric(method.Method) ? null : DeclaredAnnotations.Of(parameter);
    }

    public IpcParameter Description => IpcParameter.Of<T>(_name, _isRequired, _annotation);

    public T Bind(IpcCall call) => _isRequired ? call.Argument<T>(_index, _name) : call.NullableArgument<T>(_index, _name)!;

    /// <summary>Whether the delegate's types come from a caller, so that its own declaration does not say what they hold.</summary>
    private static bool IsGeneric(MethodInfo method) => method.IsGenericMethod || method.DeclaringType is { IsGenericType: true };

    private static bool AllowsNull(ParameterInfo parameter)
    {
        // Trimmed apps may lack the annotations; null is then refused, as for any parameter not declared nullable.
        var isKnown = !AppContext.TryGetSwitch("System.Reflection.NullabilityInfoContext.IsSupported", out var supported) || supported;
        return isKnown
            && !parameter.ParameterType.IsValueType
            && new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
    }
}
