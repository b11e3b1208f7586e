using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>The elements of a tuple type: of <c>ValueTuple</c> or <c>Tuple</c>, of any length.</summary>
internal static class TupleShape
{
    /// <summary>How many elements a tuple type holds itself; the next type argument is a tuple of the others.</summary>
    private const int MaxOwnElements = 7;

    public static bool IsTuple(Type type) => type.Assembly == typeof(ITuple).Assembly
        && typeof(ITuple).IsAssignableFrom(type) && type.FullName!.Split('`')[0] is "System.ValueTuple" or "System.Tuple";

    /// <summary>The types of all elements.</summary>
    /// <exception cref="NotSupportedException">The rest of the tuple is no tuple.</exception>
    [RequiresUnreferencedCode(Reflected.Reason)]
    [RequiresDynamicCode(Reflected.Reason)]
    public static IReadOnlyList<Type> ElementsOf(Type tuple)
    {
        var arguments = tuple.GetGenericArguments();
        if (arguments.Length <= MaxOwnElements)
        {
            return arguments;
        }

        var rest = arguments[MaxOwnElements];
        return IsTuple(rest) && rest.IsValueType == tuple.IsValueType
            ? [.. arguments[..MaxOwnElements], .. ElementsOf(rest)]
            : throw new NotSupportedException($"the eighth type argument of {tuple} is not a tuple of the other elements");
    }

    /// <summary>Makes a tuple of its elements.</summary>
    [RequiresUnreferencedCode(Reflected.Reason)]
    [RequiresDynamicCode(Reflected.Reason)]
    public static object Create(Type tuple, ReadOnlySpan<object?> elements)
    {
        var count = tuple.GetGenericArguments().Length;
        if (count <= MaxOwnElements)
        {
            return Activator.CreateInstance(tuple, elements.ToArray())!;
        }

        var rest = Create(tuple.GetGenericArguments()[MaxOwnElements], elements[MaxOwnElements..]);
        return Activator.CreateInstance(tuple, [.. elements[..MaxOwnElements], rest])!;
    }
}
