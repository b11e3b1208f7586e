using System.Globalization;
using IpcApp.Infrastructure;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Codec.Converters;
using IpcApp.Internal.Wire;

namespace IpcApp.Testing.Internal.Hostile;

/// <summary>Decides about one message: it is to bind to valid values, or to be refused with a text that names the argument.</summary>
internal sealed class HostileJudge(IpcRegistration registration, IpcSerializer serializer, ConverterResolver converters, bool refusesNull)
{
    /// <summary>
    /// What a message may cost in memory, each way that it is bound, and once more where it is the answer: a page must not get gigabytes for
    /// kilobytes. What the limits of an app allow costs less, whatever the type.
    /// </summary>
    private const long FreeBytes = 48L * 1024 * 1024;
    private const long BytesPerByte = 600;

    /// <summary>How large an answer may be that gives back what was bound: writing must stop there.</summary>
    private const long MaxAnswerBytes = 64 * 1024;

    private readonly ParameterAnnotations _annotations = new(registration);
    private readonly BindingRun _run = new(registration, serializer);
    private readonly IpcSerializer _answers = serializer.WithMaxMessageBytes(MaxAnswerBytes);

    /// <param name="payload">The message.</param>
    /// <param name="expected">The one parameter whose argument can be wrong; null if it may be any.</param>
    /// <param name="isBound">Whether it was bound.</param>
    /// <returns>What is wrong; null if all is well.</returns>
    public string? Try(byte[] payload, string? expected, out bool isBound)
    {
        BindingOutcome? direct = null;
        BindingOutcome untyped = default;
        IpcArray? sent = null;
        var allocated = Math.Max(
            Allocated(() => direct = _run.Directly(payload)), Allocated(() => untyped = _run.Untyped(payload, out sent)));

        isBound = untyped.Values is not null;
        return allocated > FreeBytes + (BytesPerByte * payload.Length) ? TooMuch(allocated, payload.Length)
            : Answer(untyped.Values, payload.Length) is { } costly ? costly
            : untyped.Values is not null ? Problem(sent!, untyped.Values) ?? Disagreement(direct, untyped.Values)
            : direct?.Values is not null ? $"was bound straight from its bytes, but refused by way of untyped values: {untyped.Error!.Message}"
            : RefusalCheck.Find(registration, untyped.Error!, expected, isWholeMessage: sent is null);
    }

    private static string TooMuch(long allocated, int size)
        => string.Create(CultureInfo.InvariantCulture, $"took {allocated >> 20} MB of memory for a message of {size >> 10} KB");

    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Whether what was bound costs too much to be written as an answer, which is refused if it is large.</summary>
    private string? Answer(object?[]? values, int size)
    {
        foreach (var value in values ?? [])
        {
            var allocated = Allocated(() =>
            {
                using var output = new PayloadWriter();
                try
                {
                    _answers.Write(output, value);
                }
                catch (Exception e) when (e is IpcCloneException or MessageTooLargeException)
                {
                    // It says so, and that is all that is asked of it.
                }
            });
            if (allocated > FreeBytes + (BytesPerByte * size))
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"took {allocated >> 20} MB of memory to be written as an answer of at most {MaxAnswerBytes >> 10} KB");
            }
        }

        return null;
    }

    private string? Problem(IpcArray sent, object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = registration.Parameters[i];
            var argument = parameter.IsRest ? new IpcArray(sent.Skip(i)) : sent[i];

            // Where a default stands in there is nothing to compare; otherwise the declaration of the parameter decides about null.
            var isDefault = argument.Kind == IpcValueKind.Undefined && !parameter.IsRequired;
            if (isDefault || (values[i] is null && !registration.BindsFirst && !parameter.IsRequired))
            {
                continue;
            }

            var declared = new DeclaredPlace(parameter.Type, !parameter.IsRequired, _annotations.Of(parameter), refusesNull);
            if (new BoundValueCheck(converters, refusesNull).Find(argument, values[i], declared) is { } problem)
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
        catch (Exception e) when (e is IpcCloneException or MessageTooLargeException)
        {
            return null;
        }
    }
}
