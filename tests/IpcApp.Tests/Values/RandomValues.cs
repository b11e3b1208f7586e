using System.Numerics;

namespace IpcApp.Tests.Values;

/// <summary>Seeded random values of every kind, with shared objects and cycles: the C# counterpart of peer-random.js.</summary>
/// <param name="seed">Equal seeds make equal values.</param>
/// <param name="views">The classes of views to use: not every engine has all.</param>
internal sealed class RandomValues(int seed, IReadOnlyList<IpcArrayBufferViewKind> views)
{
    private const int MaxDepth = 6;
    private static readonly int[] Sizes = [2, 4, 8, 30];

    private static readonly double[] Numbers =
    [
        0, -0.0, 1, -1, 1073741823, 1073741824, -1073741824, -1073741825, int.MaxValue, 2147483648, int.MinValue, -2147483649,
        uint.MaxValue, 4294967296, 9007199254740991, 9007199254740992, 0.1, -0.5, double.Epsilon, 2.2250738585072014e-308, double.MaxValue,
        double.NaN, double.PositiveInfinity, double.NegativeInfinity,
    ];

    private static readonly string[] Strings =
    [
        "", "a", "café", "€", "\ud83d\ude00", "\udc00\ud800", "\0", "\uffff", "__proto__", "constructor", "toString", "length", "0",
        "1", "-1", "-0", "01", "1.5", "NaN", "4294967294", "4294967295", "4294967296", "9007199254740993", new('x', 200), new('Ā', 130),
    ];

    private static readonly string[] Sources = ["(?:)", "a+", "[€]"];
    private static readonly string[] Flags = ["", "g", "dgimsy", "u", "v"];
    private static readonly string[] Errors =
        ["Error", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError"];

    private readonly Random _random = new(seed);
    private readonly List<IpcValue> _objects = [];
    private int _budget;

    public IpcValue Next()
    {
        _budget = Pick(Sizes);
        return _random.Next(3) == 0 ? new IpcArray { Any(1), Any(1), Any(1) } : Any(0);
    }

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
        _budget--;
        var choice = _random.NextDouble();
        if (_objects.Count > 0 && choice < 0.15)
        {
            return Pick(_objects);
        }

        return depth >= MaxDepth || _budget <= 0 || choice < 0.4 ? Primitive() : choice < 0.6 ? Keep(Leaf()) : Container(depth + 1);
    }

    private IpcValue Primitive() => _random.Next(9) switch
    {
        0 => IpcValue.Undefined,
        1 => IpcValue.Null,
        2 => _random.Next(2) == 0,
        3 => Pick(Numbers),
        4 => _random.Next(),
        5 => new BigInteger(Bytes(_random.Next(40))),
        6 => Pick(Strings),
        7 => (_random.Next(2) * 2 - 1) * Math.ScaleB(1, _random.Next(-5, 65)) + _random.Next(-1, 2),
        _ => new string([.. Enumerable.Range(0, _random.Next(12)).Select(_ => (char)_random.Next(Limit()))]),
    };

    private int Limit() => Pick([128, 256, 65536]);

    private IpcValue Leaf() => _random.Next(6) switch
    {
        0 => new IpcDate(Pick(Numbers)),
        1 => new IpcRegExp(Pick(Sources), Pick(Flags)),
        2 => new IpcBoxed(Pick<IpcValue>([true, false, Pick(Numbers), new BigInteger(Bytes(9)), Pick(Strings)])),
        3 => new IpcArrayBuffer(Bytes(_random.Next(20))),
        4 => new IpcArrayBuffer(Bytes(_random.Next(8)), 8 + _random.Next(100)),
        _ => new IpcArrayBufferView(Pick(views), Bytes(8 * _random.Next(20))),
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
                Repeat(5, () => sparse[Index()] = Any(depth));
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
                return Keep(new IpcError(Pick(Errors), OptionalText(), OptionalText(), _random.Next(2) == 0 ? null : Primitive()));
        }
    }

    private string? OptionalText() => _random.Next(4) == 0 ? null : Pick(Strings);

    /// <summary>Not between: V8 makes room for all elements of an array up to 32 M long, whatever it holds.</summary>
    private long Index() => _random.Next(4) == 0 ? _random.NextInt64(1L << 26, uint.MaxValue) : _random.Next(Pick([5, 50, 5000]));

    private void Repeat(int limit, Action action)
    {
        for (var i = _random.Next(limit); i > 0 && _budget > 0; i--)
        {
            action();
        }
    }
}
