using System.Globalization;

namespace IpcApp.Testing.Internal.Hostile;

/// <summary>Keys that a page can work out so that they all fall into one bucket of a hash table.</summary>
internal static class CollidingKeys
{
    public const string DoublesInJavaScript
        = "new Set(new Float64Array(Uint32Array.from({ length: 20000 }, (_, i) => 65536 + (i >> 1)).buffer))";

    private const int Count = 10_000;

    /// <summary>Numbers whose halves are the same, so that .NET's hash code of each is nothing.</summary>
    public static IEnumerable<IpcValue> Doubles()
        => Enumerable.Range(0x10000, Count).Select(half => (IpcValue)BitConverter.Int64BitsToDouble(((long)half << 32) | (uint)half));

    /// <summary>Keys of the kind of another one that collide: floating point, whole numbers, GUIDs. None for what has a random hash code.</summary>
    public static IEnumerable<IEnumerable<IpcValue>> Like(IpcValue key) => key switch
    {
        IpcNumber => [Doubles(), Multiples()],
        IpcBigInt => [Multiples()],
        IpcString text when Guid.TryParse(text.Value, out _) => [Guids()],
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

    /// <summary>Whole numbers that are nothing modulo the size of the table that holds them.</summary>
    private static IEnumerable<IpcValue> Multiples()
    {
        var size = new HashSet<int>().EnsureCapacity(Count);
        return Enumerable.Range(0, Count).Select(i => (IpcValue)((double)i * size));
    }

    private static IEnumerable<IpcValue> Guids()
        => Enumerable.Range(0, Count).Select(i => (IpcValue)new Guid(i, 0, 0, [.. BitConverter.GetBytes(i), 0, 0, 0, 0]).ToString());
}
