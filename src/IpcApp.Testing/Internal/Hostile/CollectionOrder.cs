using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace IpcApp.Testing.Internal.Hostile;

/// <summary>In which order a collection gives back what it was made of.</summary>
internal enum ElementOrder
{
    /// <summary>As it was put in.</summary>
    Kept,

    /// <summary>What was put in last comes first.</summary>
    Reversed,

    /// <summary>In an order of its own, or in none.</summary>
    Own,
}

/// <summary>Knows the collections of .NET. Those of an app may order their elements as they like.</summary>
internal static class CollectionOrder
{
    private static readonly Type[] Stacks = [typeof(Stack<>), typeof(ImmutableStack<>), typeof(IImmutableStack<>), typeof(ConcurrentStack<>)];

    public static ElementOrder Of(Type type)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return Stacks.Contains(definition) ? ElementOrder.Reversed
            : definition == typeof(ConcurrentBag<>) ? ElementOrder.Own
            : type.IsArray || type.Namespace?.StartsWith("System.", StringComparison.Ordinal) == true ? ElementOrder.Kept
            : ElementOrder.Own;
    }
}
