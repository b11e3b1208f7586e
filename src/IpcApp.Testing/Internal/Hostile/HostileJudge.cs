using System.Globalization;
using IpcApp.Infrastructure;
using IpcApp.Values.Internal;
using IpcApp.Values.Internal.Converters;

namespace IpcApp.Testing.Internal.Hostile;

/// <summary>Decides about one message: it is to bind to valid values, or to be refused with a text that names the argument.</summary>
internal sealed class HostileJudge(IpcRegistration registration, IpcSerializer serializer, ConverterResolver converters)
{
    /// <summary>What a message may cost in memory: a page must not get gigabytes for kilobytes.</summary>
    private const long FreeBytes = 64L * 1024 * 1024;
    private const long BytesPerByte = 200;

    private readonly BindingRun _run = new(registration, serializer);

    /// <param name="payload">The message.</param>
    /// <param name="expected">The one parameter whose argument can be wrong; null if it may be any.</param>
    /// <param name="isBound">Whether it was bound.</param>
    /// <returns>What is wrong; null if all is well.</returns>
    public string? Try(byte[] payload, string? expected, out bool isBound)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var direct = _run.Directly(payload);
        var untyped = _run.Untyped(payload, out var sent);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        isBound = untyped.Values is not null;
        return allocated > FreeBytes + (BytesPerByte * payload.Length) ? TooMuch(allocated, payload.Length)
            : untyped.Values is not null ? Problem(sent!, untyped.Values) ?? Disagreement(direct, untyped.Values)
            : direct?.Values is not null ? $"was bound straight from its bytes, but refused by way of untyped values: {untyped.Error!.Message}"
            : RefusalCheck.Find(registration, untyped.Error!, expected, isWholeMessage: sent is null);
    }

    private static string TooMuch(long allocated, int size)
        => string.Create(CultureInfo.InvariantCulture, $"took {allocated >> 20} MB of memory for a message of {size >> 10} KB");

    private string? Problem(IpcArray sent, object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = registration.Parameters[i];
            var argument = parameter.IsRest ? new IpcArray(sent.Skip(i)) : sent[i];

            // Where a default stands in there is nothing to compare; else null is the question of whoever declared the parameter.
            var isDefault = argument.Kind == IpcValueKind.Undefined && !parameter.IsRequired;
            if (isDefault || (values[i] is null && !registration.BindsFirst && !parameter.IsRequired))
            {
                continue;
            }

            if (new BoundValueCheck(converters).Find(argument, values[i], parameter.Type, !parameter.IsRequired) is { } problem)
            {
                return $"was bound, but argument {i + 1} ('{parameter.Name}') at {problem}";
            }
        }

        return null;
    }

    /// <summary>Both ways must say the same. A type that cannot be written again tells nothing.</summary>
    private string? Disagreement(BindingOutcome? direct, object?[] values)
    {
        if (direct is not { } other)
        {
            return null;
        }

        if (other.Values is null)
        {
            return $"was bound by way of untyped values, but not straight from its bytes: {other.Error!.Message}";
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (Written(other.Values[i]) is { } left && Written(values[i]) is { } right && !IpcValue.DeepEquals(left, right))
            {
                return $"bound argument {i + 1} to {left} straight from the bytes, and to {right} by way of untyped values";
            }
        }

        return null;
    }

    private IpcValue? Written(object? value)
    {
        try
        {
            return serializer.ToIpcValue(value);
        }
        catch (IpcCloneException)
        {
            return null;
        }
    }
}
