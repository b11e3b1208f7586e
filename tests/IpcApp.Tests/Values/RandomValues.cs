using System.Numerics;

namespace IpcApp.Tests.Values;

/// <summary>Seeded random values of every kind, with shared objects and cycles: the C# counterpart of peer-random.js.</summary>
internal sealed class RandomValues(int seed)
{
    private const int MaxDepth = 5;

    private static readonly double[] Numbers =
    [
        0, -0.0, 1, -1, int.MaxValue, int.MinValue, uint.MaxValue, 9007199254740993, 0.1, double.Epsilon, double.MaxValue, double.NaN,
        double.PositiveInfinity,
    ];

    private static readonly string[] Strings =
    [
        "", "a", "café", "€", "\ud83d\ude00", "\udc00\ud800", "\0", "__proto__", "0", "-1", "01", "4294967294", "4294967295",
        new('x', 200), new('Ā', 130),
    ];

    private static readonly string[] Sources = ["(?:)", "a+", "[€]"];
    private static readonly string[] Flags = ["", "g", "dgimsy", "u", "v"];
    private static readonly string[] Errors =
        ["Error", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError"];

    // Node 20 has no Float16Array.
    private static readonly IpcArrayBufferViewKind[] Views =
        [.. Enum.GetValues<IpcArrayBufferViewKind>().Where(kind => kind != IpcArrayBufferViewKind.Float16Array)];

    private readonly Random _random = new(seed);
    private readonly List<IpcValue> _objects = [];

    public IpcValue Next() => Any(0);

    private T Pick<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

    private T Keep<T>(T value)
        where T : IpcValue
    {
        _objects.Add(value);
        return value;
    }

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    private IpcValue Any(int depth)
    {
        var choice = _random.NextDouble();
        if (_objects.Count > 0 && choice < 0.1)
        {
            return Pick(_objects);
        }

        return depth >= MaxDepth || choice < 0.4 ? Primitive() : choice < 0.6 ? Keep(Leaf()) : Container(depth + 1);
    }

    private IpcValue Primitive() => _random.Next(8) switch
    {
        0 => IpcValue.Undefined,
        1 => IpcValue.Null,
        2 => _random.Next(2) == 0,
        3 => Pick(Numbers),
        4 => _random.Next(),
        5 => new BigInteger(Bytes(_random.Next(40))),
        6 => Pick(Strings),
        _ => new string([.. Enumerable.Range(0, _random.Next(12)).Select(_ => (char)_random.Next(65536))]),
    };

    private IpcValue Leaf() => _random.Next(6) switch
    {
        0 => new IpcDate(Pick(Numbers)),
        1 => new IpcRegExp(Pick(Sources), Pick(Flags)),
        2 => new IpcBoxed(Pick<IpcValue>([true, false, Pick(Numbers), new BigInteger(Bytes(9)), Pick(Strings)])),
        3 => new IpcArrayBuffer(Bytes(_random.Next(20))),
        4 => new IpcArrayBuffer(Bytes(_random.Next(8)), 8 + _random.Next(100)),
        _ => new IpcArrayBufferView(Pick(Views), Bytes(8 * _random.Next(20))),
    };

    private IpcValue Container(int depth)
    {
        switch (_random.Next(6))
        {
            case 0:
                var dense = Keep(new IpcArray());
                Repeat(6, () => dense.Add(Any(depth)));
                return dense;
            case 1:
                var sparse = Keep(new IpcArray());
                Repeat(5, () => sparse[_random.NextInt64(Pick<long>([5, 50, 5000, uint.MaxValue]))] = Any(depth));
                Repeat(3, () => sparse["p" + _random.Next(9)] = Any(depth));
                return sparse;
            case 2:
                var plain = Keep(new IpcObject());
                Repeat(7, () => plain[_random.Next(2) == 0 ? Pick(Strings) : "k" + _random.Next(20)] = Any(depth));
                return plain;
            case 3:
                var map = Keep(new IpcMap());
                Repeat(5, () => map[Any(depth)] = Any(depth));
                return map;
            case 4:
                var set = Keep(new IpcSet());
                Repeat(5, () => set.Add(Any(depth)));
                return set;
            default:
                return Keep(new IpcError(Pick(Errors), Pick(Strings), Pick(Strings), _random.Next(2) == 0 ? null : Primitive()));
        }
    }

    private void Repeat(int limit, Action action)
    {
        for (var i = _random.Next(limit); i > 0; i--)
        {
            action();
        }
    }
}
