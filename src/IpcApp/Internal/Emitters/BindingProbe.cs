namespace IpcApp.Internal.Emitters;

/// <summary>
/// Keeps what an invoker has bound, and ends it with the last parameter: before a handler, a service or a listener is touched. For test
/// tools, which ask how a registration binds and want nothing else to happen.
/// </summary>
/// <param name="count">How many parameters the registration has; at least one.</param>
internal sealed class BindingProbe(int count)
{
    private int _bound;

    /// <summary>The values, one for each parameter.</summary>
    public object?[] Values { get; } = new object?[count];

    /// <summary>Whether all parameters are bound.</summary>
    public bool IsDone => _bound == count;

    /// <exception cref="BindingEndedException">This was the last.</exception>
    public void Add(int index, object? value)
    {
        Values[index] = value;
        if (++_bound == count)
        {
            throw new BindingEndedException();
        }
    }
}

/// <summary>The binding is done, and the invoker must not go on. Never seen outside of a <see cref="BindingProbe"/>'s caller.</summary>
internal sealed class BindingEndedException() : Exception("Only the binding was wanted.");
