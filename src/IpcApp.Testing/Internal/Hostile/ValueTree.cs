namespace IpcApp.Testing.Internal.Hostile;

/// <summary>A way into a value: properties, elements, and entries of maps.</summary>
/// <param name="Name">For a property.</param>
/// <param name="Index">For an element, or an entry of a map or set.</param>
/// <param name="IsKey">For a map: its key rather than its value.</param>
internal readonly record struct ValueStep(string? Name, int Index = 0, bool IsKey = false);

/// <summary>Small values as trees: their places, and copies with something else in one of them.</summary>
internal static class ValueTree
{
    /// <summary>All places but the root, parents first.</summary>
    public static IEnumerable<ValueStep[]> Places(IpcValue root)
    {
        foreach (var step in Steps(root))
        {
            yield return [step];
            foreach (var rest in Places(Child(root, step)))
            {
                yield return [step, .. rest];
            }
        }
    }

    public static IpcValue At(IpcValue root, ReadOnlySpan<ValueStep> path)
    {
        foreach (var step in path)
        {
            root = Child(root, step);
        }

        return root;
    }

    /// <summary>A copy of a value with another one in a place. An empty path is the value itself.</summary>
    public static IpcValue With(IpcValue root, ReadOnlySpan<ValueStep> path, IpcValue value) => With(root, path, _ => value);

    /// <param name="root">The value.</param>
    /// <param name="path">The place.</param>
    /// <param name="make">Gets the copy, and gives what is to be in the place of it: itself, for a cycle.</param>
    public static IpcValue With(IpcValue root, ReadOnlySpan<ValueStep> path, Func<IpcValue, IpcValue> make)
    {
        var copy = Copy(root);
        if (path.IsEmpty)
        {
            return make(copy);
        }

        Set(At(copy, path[..^1]), path[^1], make(copy));
        return copy;
    }

    public static IpcValue Copy(IpcValue value)
    {
        switch (value)
        {
            case IpcObject source:
                var properties = new IpcObject();
                foreach (var (name, member) in source)
                {
                    properties[name] = Copy(member);
                }

                return properties;
            case IpcArray source:
                return new IpcArray(source.Select(Copy));
            case IpcSet source:
                return new IpcSet(source.Select(Copy));
            case IpcMap source:
                var map = new IpcMap();
                foreach (var (key, item) in source)
                {
                    map[Copy(key)] = Copy(item);
                }

                return map;
            default:
                return value;
        }
    }

    private static IEnumerable<ValueStep> Steps(IpcValue value) => value switch
    {
        IpcObject properties => properties.Keys.Select(name => new ValueStep(name)),
        IpcArray array => Enumerable.Range(0, array.Count).Select(i => new ValueStep(null, i)),
        IpcSet set => Enumerable.Range(0, set.Count).Select(i => new ValueStep(null, i)),
        IpcMap map => Enumerable.Range(0, map.Count).SelectMany(i => new[] { new ValueStep(null, i), new ValueStep(null, i, IsKey: true) }),
        _ => [],
    };

    private static IpcValue Child(IpcValue parent, ValueStep step) => parent switch
    {
        IpcMap map => step.IsKey ? map.ElementAt(step.Index).Key : map.ElementAt(step.Index).Value,
        IpcSet set => set.ElementAt(step.Index),
        IpcArray array => array[step.Index],
        _ => parent[step.Name!],
    };

    private static void Set(IpcValue parent, ValueStep step, IpcValue value)
    {
        switch (parent)
        {
            case IpcMap map when step.IsKey:
                var (key, item) = map.ElementAt(step.Index);
                map.Remove(key);
                map[value] = item;
                break;
            case IpcMap map:
                map[map.ElementAt(step.Index).Key] = value;
                break;
            case IpcSet set:
                set.Remove(set.ElementAt(step.Index));
                set.Add(value);
                break;
            case IpcArray array:
                array[step.Index] = value;
                break;
            default:
                parent[step.Name!] = value;
                break;
        }
    }
}
