namespace IpcApp.Testing.Internal.Hostile;

/// <summary>Objects and arrays in other forms: parts missing, parts too many, one in the form of the other.</summary>
internal static class Reshaping
{
    private const int Most = 12;
    private const int LongestName = 40;

    private static readonly string[] Names =
        ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "$type", "0", "", "somethingElse"];

    public static IEnumerable<IpcValue> Of(IpcValue value) => value switch
    {
        IpcObject properties => OfObject(properties),
        IpcArray array => OfArray(array),
        IpcMap map => OfMap(map),
        IpcSet set => OfSet(set),
        IpcString text => OfText(text.Value).Concat(Wrapped(text)),
        _ => Wrapped(value),
    };

    private static IEnumerable<IpcValue> Wrapped(IpcValue value)
        => [new IpcArray { value }, new IpcObject { ["value"] = value }, new IpcSet([value])];

    /// <summary>What a lenient parser takes for the same: another case, spaces, the name twice.</summary>
    private static IEnumerable<IpcValue> OfText(string text)
        => text.Length > LongestName
            ? []
            : [text.ToUpperInvariant(), $" {text} ", $"{text},", $"{text}, {text}", $"{text}, {text.ToUpperInvariant()}"];

    private static IEnumerable<IpcValue> OfObject(IpcObject source)
    {
        foreach (var name in source.Keys.Take(Most))
        {
            var smaller = Copy(source);
            smaller.Remove(name);
            yield return smaller;

            var renamed = Copy(smaller);
            renamed[name.ToUpperInvariant()] = source[name];
            yield return renamed;

            var undefined = Copy(source);
            undefined[name] = IpcValue.Undefined;
            yield return undefined;
        }

        foreach (var name in Names.Where(name => !source.ContainsKey(name)))
        {
            var larger = Copy(source);
            larger[name] = new IpcObject { ["isAdmin"] = true };
            yield return larger;
        }

        var map = new IpcMap();
        foreach (var (name, value) in source)
        {
            map[name] = value;
        }

        yield return map;
        yield return new IpcArray(source.Select(property => new IpcArray { property.Key, property.Value }));
        yield return new IpcArray { source };
        foreach (var (name, value) in source.Take(1))
        {
            foreach (var names in CollidingKeys.LikeName(name))
            {
                yield return Named(names, value);
            }
        }
    }

    private static IEnumerable<IpcValue> OfArray(IpcArray source)
    {
        yield return new IpcSet(source);
        var alike = new IpcObject { ["length"] = (double)source.Length };
        foreach (var (index, value) in source.Elements)
        {
            alike[index.ToString(System.Globalization.CultureInfo.InvariantCulture)] = value;
        }

        yield return alike;
        yield return new IpcArray(source) { [source.Length + 3] = source.Length > 0 ? source[0] : IpcValue.Null };
        yield return new IpcArray(source) { ["extra"] = "property" };
        yield return new IpcArray(source) { Length = 60_000 };
        yield return new IpcArray(source.Prepend(IpcValue.Null));
        yield return new IpcArray(source.Append(IpcValue.Undefined));
        yield return new IpcArray(source.Concat(source));
        yield return new IpcArray { source };
        if (source.Length > 0)
        {
            yield return new IpcArray(Enumerable.Repeat(source[0], 5_000));
            foreach (var keys in CollidingKeys.Like(source[0]))
            {
                yield return new IpcArray(keys);
            }
        }
    }

    private static IEnumerable<IpcValue> OfSet(IpcSet source)
    {
        yield return new IpcArray(source);
        yield return new IpcArray(source.Concat(source));
        yield return new IpcMap();
        foreach (var keys in source.Take(1).SelectMany(CollidingKeys.Like))
        {
            yield return new IpcSet(keys);
        }
    }

    private static IEnumerable<IpcValue> OfMap(IpcMap source)
    {
        var properties = new IpcObject();
        foreach (var (key, value) in source)
        {
            properties[key.ToString()] = value;
        }

        yield return properties;
        yield return new IpcArray(source.Select(entry => new IpcArray { entry.Key, entry.Value }));
        yield return new IpcSet(source.Select(entry => entry.Key));
        foreach (var (key, value) in source.Take(1))
        {
            foreach (var keys in CollidingKeys.Like(key))
            {
                var colliding = new IpcMap();
                foreach (var other in keys)
                {
                    colliding[other] = value;
                }

                yield return colliding;
            }

            foreach (var names in CollidingKeys.LikeName(key.ToString()))
            {
                yield return Named(names, value);
            }
        }
    }

    private static IpcObject Named(IEnumerable<string> names, IpcValue value)
    {
        var result = new IpcObject();
        foreach (var name in names)
        {
            result[name] = value;
        }

        return result;
    }

    private static IpcObject Copy(IpcObject source)
    {
        var copy = new IpcObject();
        foreach (var (name, value) in source)
        {
            copy[name] = value;
        }

        return copy;
    }
}
