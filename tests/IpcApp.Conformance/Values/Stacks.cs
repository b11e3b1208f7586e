namespace IpcApp.Conformance.Values;

/// <summary>Stacks of errors differ from engine to engine: they are taken off before values are compared.</summary>
internal static class Stacks
{
    public static IpcValue Without(IpcValue value)
    {
        Remove(value, new HashSet<IpcValue>(ReferenceEqualityComparer.Instance));
        return value;
    }

    private static void Remove(IpcValue value, HashSet<IpcValue> seen)
    {
        if (value.Kind <= IpcValueKind.String || !seen.Add(value))
        {
            return;
        }

        if (value is IpcError error)
        {
            error.Stack = null;
        }

        foreach (var part in PartsOf(value))
        {
            Remove(part, seen);
        }
    }

    private static IEnumerable<IpcValue> PartsOf(IpcValue value) => value switch
    {
        IpcArray array => [.. array.Elements.Select(element => element.Value), .. array.Properties.Select(property => property.Value)],
        IpcObject properties => properties.Select(property => property.Value),
        IpcMap map => map.SelectMany(entry => new[] { entry.Key, entry.Value }),
        IpcSet set => set,
        IpcError { Cause: { } cause } => [cause],
        _ => [],
    };
}
