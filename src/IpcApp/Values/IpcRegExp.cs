namespace IpcApp;

/// <summary>A JavaScript RegExp; <c>lastIndex</c> does not cross. Immutable.</summary>
public sealed class IpcRegExp : IpcValue
{
    private const string KnownFlags = "dgimsuvy";

    /// <summary>A RegExp.</summary>
    /// <param name="source">
    /// The pattern, in JavaScript's syntax. It is not checked here: the page's engine refuses a message with an invalid one.
    /// </param>
    /// <param name="flags">Any of <c>dgimsuvy</c>, each once; not both <c>u</c> and <c>v</c>.</param>
    /// <exception cref="ArgumentException">The flags are not JavaScript's.</exception>
    public IpcRegExp(string source, string flags = "")
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(flags);
        var ordered = string.Concat(KnownFlags.Where(flags.Contains));
        var isUnicodeTwice = ordered.Contains('u', StringComparison.Ordinal) && ordered.Contains('v', StringComparison.Ordinal);
        if (ordered.Length != flags.Length || isUnicodeTwice)
        {
            throw new ArgumentException("RegExp flags are any of 'dgimsuvy', each once, and not both 'u' and 'v'.", nameof(flags));
        }

        Source = source;
        Flags = ordered;
    }

    /// <summary>The pattern.</summary>
    public string Source { get; }

    /// <summary>The flags in JavaScript's order, <c>dgimsuvy</c>.</summary>
    public string Flags { get; }

    /// <inheritdoc/>
    public override IpcValueKind Kind => IpcValueKind.RegExp;
}
