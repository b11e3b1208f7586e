using System.Numerics;
using Bogus;

namespace IpcApp.Testing.Internal.Faking;

/// <summary>Payloads of every kind that structured clone knows, as an app might send them.</summary>
internal sealed class PlausibleValues(Faker faker)
{
    private static readonly string[] Errors = ["Error", "RangeError", "SyntaxError", "TypeError"];

    private static readonly IpcArrayBufferViewKind[] Views =
    [
        IpcArrayBufferViewKind.Uint8Array, IpcArrayBufferViewKind.Int16Array, IpcArrayBufferViewKind.Float32Array,
        IpcArrayBufferViewKind.Float64Array, IpcArrayBufferViewKind.BigInt64Array, IpcArrayBufferViewKind.DataView,
    ];

    /// <param name="depth">How many levels of containers there may be, at most.</param>
    public IpcValue Make(int depth) => depth > 0 && faker.Random.Bool(0.6f) ? Container(depth - 1) : Leaf();

    private IpcValue Leaf() => faker.Random.Int(0, 13) switch
    {
        0 => IpcValue.Undefined,
        1 => IpcValue.Null,
        2 => faker.Random.Bool(),
        3 or 4 => faker.Random.Int(),
        5 => faker.Random.Double(-1e9, 1e9),
        6 => new BigInteger(faker.Random.Long()),
        7 or 8 or 9 => PlausibleText.For(faker, faker.Random.Bool() ? "name" : null),
        10 => new IpcDate(PlausibleScalars.Moment(faker)),
        11 => new IpcRegExp(faker.Lorem.Word(), "gi"),
        12 => new IpcArrayBuffer(PlausibleScalars.Bytes(faker)),
        _ => new IpcArrayBufferView(faker.PickRandom(Views), faker.Random.Bytes(8 * faker.Random.Int(0, 8))),
    };

    private IpcValue Container(int depth)
    {
        var count = faker.Random.Int(0, 5);
        switch (faker.Random.Int(0, 5))
        {
            case 0 or 1:
                var properties = new IpcObject();
                for (var i = 0; i < count; i++)
                {
                    properties[faker.Lorem.Word()] = Make(depth);
                }

                return properties;
            case 2 or 3:
                var array = new IpcArray();
                for (var i = 0; i < count; i++)
                {
                    array.Add(Make(depth));
                }

                return array;
            case 4:
                var map = new IpcMap();
                for (var i = 0; i < count; i++)
                {
                    map[Make(0)] = Make(depth);
                }

                return faker.Random.Bool() ? map : new IpcSet(map.Select(entry => entry.Value));
            default:
                return new IpcError(faker.PickRandom(Errors), faker.Lorem.Sentence(5), cause: faker.Random.Bool() ? Make(depth) : null);
        }
    }
}
