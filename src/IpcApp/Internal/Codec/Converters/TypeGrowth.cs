namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// Finds generic types whose members are ever longer types, such as a <c>Node&lt;T&gt;</c> with a member of type <c>Node&lt;List&lt;T&gt;&gt;</c>.
/// System.Text.Json would create contracts for them without end. <c>IpcApp.Generators</c> has the same rule.
/// </summary>
internal static class TypeGrowth
{
    private const int MaxNesting = 12;

    /// <exception cref="NotSupportedException">The type's arguments are nested in one another more than 12 times.</exception>
    public static void Check(Type type)
    {
        if (NestingOf(type) > MaxNesting)
        {
            throw new NotSupportedException(
                $"its type arguments, or those of a member, are nested more than {MaxNesting} times; a type whose members are ever longer types "
                + "cannot cross");
        }
    }

    private static int NestingOf(Type type)
        => type.HasElementType ? 1 + NestingOf(type.GetElementType()!)
            : type.IsConstructedGenericType ? 1 + type.GenericTypeArguments.Max(NestingOf)
            : 0;
}
