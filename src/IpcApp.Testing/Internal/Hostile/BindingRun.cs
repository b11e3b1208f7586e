using IpcApp.Infrastructure;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Codec.Converters;
using IpcApp.Internal.Emitters;

namespace IpcApp.Testing.Internal.Hostile;

/// <summary>What came of a binding.</summary>
/// <param name="Values">The bound values, one for each parameter; null if it was refused.</param>
/// <param name="Error">Why it was refused; null if it was not.</param>
internal readonly record struct BindingOutcome(object?[]? Values, Exception? Error);

/// <summary>Binds messages as the dispatcher does, and goes no further: no handler is created, no service resolved, nothing called.</summary>
internal sealed class BindingRun(IpcRegistration registration, IpcSerializer serializer)
{
    /// <summary>Straight from the bytes to the parameters' types.</summary>
    /// <returns>Null where that way gives up, and leaves the decision to the other.</returns>
    public BindingOutcome? Directly(byte[] payload)
        => registration is { TakesBoundArguments: true, BindsFirst: true }
            && serializer.TryReadArguments(payload, registration.Parameters, out _) is { } bound
                ? Bind(new IpcArguments(bound, serializer))
                : null;

    /// <summary>By untyped values, which is the way that has the last word.</summary>
    /// <param name="payload">The message's payload.</param>
    /// <param name="arguments">What the page sent; null if the bytes were refused.</param>
    public BindingOutcome Untyped(byte[] payload, out IpcArray? arguments)
    {
        arguments = null;
        MessageBudget budget;
        try
        {
            arguments = serializer.ReadValue(payload, out budget) as IpcArray ?? throw IpcCloneException.Malformed("arguments must be an array");
        }
        catch (Exception e)
        {
            return new(null, e);
        }

        return Bind(new IpcArguments(arguments, serializer, budget), budget);
    }

    private BindingOutcome Bind(IpcArguments arguments, MessageBudget? budget = null)
    {
        if (registration.Parameters.Count == 0)
        {
            return new([], null);
        }

        try
        {
            return new(registration.BindsFirst ? ByInvoker(arguments) : ByDescription(arguments, budget), null);
        }
        catch (Exception e)
        {
            return new(null, e);
        }
    }

    private object?[] ByInvoker(IpcArguments arguments)
    {
        var probe = new BindingProbe(registration.Parameters.Count);
        try
        {
            // Binding awaits nothing, so the task is done.
            registration.Invoker(new IpcCall(arguments, registration, probe)).AsTask().GetAwaiter().GetResult();
        }
        catch (BindingEndedException) when (probe.IsDone)
        {
            return probe.Values;
        }

        throw new InvalidOperationException($"{registration.DisplayName} did not bind all of the parameters that it declares.");
    }

    /// <summary>What was registered by hand may do anything in its invoker, so only its description is followed.</summary>
    private object?[] ByDescription(IpcArguments arguments, MessageBudget? budget)
    {
        var values = new object?[registration.Parameters.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = registration.Parameters[i];
            var origin = new ValueOrigin(i, parameter.Name);
            values[i] = parameter.IsRest || (!parameter.IsRequired && arguments[i].IsNullOrUndefined)
                ? null
                : serializer.Convert(arguments[i], parameter.Type, origin, budget, parameter.Annotation)
                    ?? throw new IpcBindingException($"{origin}: a value is required, got {arguments[i]}.");
        }

        return values;
    }
}
