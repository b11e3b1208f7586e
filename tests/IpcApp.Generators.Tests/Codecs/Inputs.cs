namespace IpcApp.Generators.Tests.Codecs;

/// <summary>Values that a page might send in the place of a good one.</summary>
internal static class Inputs
{
    private static IEnumerable<(string Name, IpcValue Value)> Others =>
    [
        ("undefined", IpcValue.Undefined),
        ("null", IpcValue.Null),
        ("number", 5),
        ("fraction", 1.5),
        ("bigint", 5L),
        ("text", "small"),
        ("text in another case", "Small"),
        ("two names", "read, write"),
        ("a name twice", "small, small"),
        ("empty text", ""),
        ("truth", true),
        ("array", new IpcArray([1, "a"])),
        ("sparse", new IpcArray { [3] = 1 }),
        ("object", new IpcObject { ["a"] = 1 }),
        ("map", new IpcMap { { "a", 1 } }),
        ("set", new IpcSet([1, 2])),
        ("date", new IpcDate(0)),
        ("bytes", new byte[] { 1, 2 }),
        ("floats", IpcArrayBufferView.Create<float>(IpcArrayBufferViewKind.Float32Array, [0.5f])),
        ("integers", IpcArrayBufferView.Create<int>(IpcArrayBufferViewKind.Int32Array, [1, 2])),
        ("numbered", new IpcObject { ["1"] = 1 }),
        ("named like a member", new IpcObject { ["read"] = 1 }),
    ];

    /// <summary>The value itself, others in its place, and the same for everything in it.</summary>
    public static IEnumerable<(string Name, IpcValue Value)> From(IpcValue value)
    {
        yield return ("itself", value);
        foreach (var other in Others)
        {
            yield return other;
        }

        foreach (var held in WithNothingIn(value))
        {
            yield return held;
        }

        if (value is not IpcObject good)
        {
            yield break;
        }

        yield return ("unknown", With(good, "unknown", 1));
        yield return ("two unknown", With(With(good, "unknown", 1), "7", new IpcObject()));
        yield return ("undefined unknown", With(good, "unknown", IpcValue.Undefined));
        yield return ("upper case", Renamed(good, name => name.ToUpperInvariant()));
        yield return ("backwards", new IpcObjectBuilder(good.Reverse()).Build());
        yield return ("shared", Shared(good));
        foreach (var (name, member) in good.ToList())
        {
            yield return ($"without {name}", new IpcObjectBuilder(good.Where(entry => entry.Key != name)).Build());
            foreach (var (kind, other) in member is IpcObject or IpcArray or IpcMap or IpcSet ? From(member) : Others)
            {
                yield return ($"{name}: {kind}", With(good, name, other));
            }
        }
    }

    /// <summary>The same collection with null, undefined or a hole among what it holds.</summary>
    private static IEnumerable<(string Name, IpcValue Value)> WithNothingIn(IpcValue value)
    {
        foreach (var (name, nothing) in new[] { ("null", IpcValue.Null), ("undefined", IpcValue.Undefined) })
        {
            IpcValue? held = value switch
            {
                IpcArray array => new IpcArray([.. array, nothing]),
                IpcSet set => new IpcSet([.. set, nothing]),
                IpcMap { Count: > 0 } map => new IpcMap { { map.First().Key, nothing } },
                _ => null,
            };
            if (held is not null)
            {
                yield return ($"{name} inside", held);
            }
        }

        if (value is IpcArray { Length: > 0 } dense)
        {
            var sparse = new IpcArray([.. dense]);
            sparse.Length++;
            yield return ("hole inside", sparse);
        }

        // Collections in collections.
        if (value is IpcArray { Length: > 0 } outer && outer[0] is IpcArray or IpcMap or IpcSet or IpcObject)
        {
            foreach (var (name, inner) in From(outer[0]))
            {
                yield return ($"first: {name}", new IpcArray([inner, .. outer.Skip(1)]));
            }
        }
    }

    private static IpcObject With(IpcObject source, string name, IpcValue value)
        => new IpcObjectBuilder(source.Where(entry => entry.Key != name).Append(new(name, value))).Build();

    private static IpcObject Renamed(IpcObject source, Func<string, string> rename)
        => new IpcObjectBuilder(source.Select(entry => KeyValuePair.Create(rename(entry.Key), entry.Value))).Build();

    // Two members that refer to one value, where there are two of a kind.
    private static IpcObject Shared(IpcObject source)
    {
        var first = source.FirstOrDefault(entry => entry.Value.Kind > IpcValueKind.String);
        return first.Key is null ? source : With(source, "again", first.Value);
    }

    private sealed class IpcObjectBuilder(IEnumerable<KeyValuePair<string, IpcValue>> entries)
    {
        public IpcObject Build()
        {
            var result = new IpcObject();
            foreach (var (name, value) in entries)
            {
                result[name] = value;
            }

            return result;
        }
    }
}
