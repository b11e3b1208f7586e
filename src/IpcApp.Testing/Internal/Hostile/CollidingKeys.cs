using System.Globalization;

namespace IpcApp.Testing.Internal.Hostile;

/// <summary>Keys that a page can work out so that they all fall into one bucket of a hash table.</summary>
internal static class CollidingKeys
{
    public const string DoublesInJavaScript
        = "new Set(new Float64Array(Uint32Array.from({ length: 20000 }, (_, i) => 65536 + (i >> 1)).buffer))";

    private const int Count = 10_000;

    /// <summary>By what the compiler multiplies before it adds the next member's hash code.</summary>
    private const int RecordFactor = -1521134295;

    /// <summary>Numbers whose halves are the same, so that .NET's hash code of each is nothing.</summary>
    public static IEnumerable<IpcValue> Doubles()
        => Enumerable.Range(0x10000, Count).Select(half => (IpcValue)BitConverter.Int64BitsToDouble(((long)half << 32) | (uint)half));

    /// <summary>Keys of the kind of another one that collide: floating point, whole numbers, GUIDs. None for what has a random hash code.</summary>
    public static IEnumerable<IEnumerable<IpcValue>> Like(IpcValue key) => key switch
    {
        IpcNumber => [Doubles(), Multiples()],
        IpcBigInt => [Multiples()],
        IpcString text when Guid.TryParse(text.Value, out _) => [Guids()],
        IpcObject properties => Records(properties),
        _ => [],
    };

    /// <summary>The same for a name of an object, which may become the key of a dictionary.</summary>
    public static IEnumerable<IEnumerable<string>> LikeName(string name)
    {
        IpcValue key = double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : name;
        return Like(key).Select(keys => keys.Select(other => other.TryGetDouble(out var value)
            ? value.ToString("R", CultureInfo.InvariantCulture)
            : other.AsString()));
    }

    /// <summary>
    /// Structs and records: what the compiler makes of their members' hash codes can be worked out, too. One number varies alone, and two of
    /// them so that the sum that the second is added to stays the same.
    /// </summary>
    private static IEnumerable<IEnumerable<IpcValue>> Records(IpcObject properties)
    {
        var numbers = properties.Where(property => property.Value is IpcNumber).Select(property => property.Key).Take(2).ToList();
        if (numbers.Count == 0)
        {
            yield break;
        }

        foreach (var keys in (IEnumerable<IpcValue>[])[Doubles(), Multiples()])
        {
            yield return keys.Select(number => (IpcValue)With(properties, [KeyValuePair.Create(numbers[0], number)]));
        }

        if (numbers.Count > 1)
        {
            yield return Enumerable.Range(0, Count).Select(i => (IpcValue)With(
                properties,
                [KeyValuePair.Create(numbers[0], (IpcValue)i), KeyValuePair.Create(numbers[1], (IpcValue)unchecked(-i * RecordFactor))]));
        }
    }

    private static IpcObject With(IpcObject properties, IEnumerable<KeyValuePair<string, IpcValue>> others)
    {
        var result = new IpcObject();
        foreach (var (name, value) in properties.Concat(others))
        {
            result[name] = value;
        }

        return result;
    }

    /// <summary>Whole numbers that are nothing modulo the size of the table that holds them.</summary>
    private static IEnumerable<IpcValue> Multiples()
    {
        var size = new HashSet<int>().EnsureCapacity(Count);
        return Enumerable.Range(0, Count).Select(i => (IpcValue)((double)i * size));
    }

    private static IEnumerable<IpcValue> Guids()
        => Enumerable.Range(0, Count).Select(i => (IpcValue)new Guid(i, 0, 0, [.. BitConverter.GetBytes(i), 0, 0, 0, 0]).ToString());
}
