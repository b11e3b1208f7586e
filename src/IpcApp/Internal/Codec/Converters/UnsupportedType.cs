namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// The error for a type that the handler should not declare: no page can send a value for it. The page learns no type name; the log does, with
/// the reason and the way out.
/// </summary>
internal static class UnsupportedType
{
    /// <summary>For a collection.</summary>
    public const string NotBuilt = "it cannot be made of elements; declare a List<T>, a Dictionary<TKey, TValue> or an interface of one";

    /// <summary>For a class or struct.</summary>
    public const string NotMade
        = "it is abstract, or has no public constructor to choose; mark one with [JsonConstructor], or name derived types by [JsonDerivedType]";

    /// <summary>For a union.</summary>
    public const string NotApart
        = "what a page sends may be meant for several of its cases; let them differ in their kind of JavaScript value or in a required member";

    /// <param name="type">The declared type.</param>
    /// <param name="context">The conversion.</param>
    /// <param name="reason">Why nothing can be bound to it, and what to declare instead; the end of a sentence.</param>
    /// <param name="inner">What was thrown.</param>
    public static IpcBindingException OnRead(Type type, ReadContext context, string reason, Exception? inner = null)
        => context.Fail(
            "the handler declares a type that nothing can be bound to",
            new NotSupportedException($"No value can be bound to {type}: {reason}.", inner));
}
