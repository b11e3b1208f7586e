using System.Numerics;
using Bogus;

namespace IpcApp.Testing.Internal.Faking;

/// <summary>Values for parameters that are declared as one kind of <see cref="IpcValue"/>.</summary>
internal static class PlausibleKinds
{
    public static IpcValue Make(Type type, Faker faker, PlausibleValues values) => type.Name switch
    {
        nameof(IpcBoolean) => faker.Random.Bool(),
        nameof(IpcNumber) => faker.Random.Double(-1000, 1000),
        nameof(IpcBigInt) => new BigInteger(faker.Random.Long()),
        nameof(IpcString) => PlausibleText.For(faker, null),
        nameof(IpcDate) => new IpcDate(PlausibleScalars.Moment(faker)),
        nameof(IpcRegExp) => new IpcRegExp(faker.Lorem.Word(), "i"),
        nameof(IpcBoxed) => new IpcBoxed(faker.Random.Int()),
        nameof(IpcArrayBuffer) => new IpcArrayBuffer(PlausibleScalars.Bytes(faker)),
        nameof(IpcArrayBufferView) => new IpcArrayBufferView(IpcArrayBufferViewKind.Uint8Array, PlausibleScalars.Bytes(faker)),
        nameof(IpcError) => new IpcError("TypeError", faker.Lorem.Sentence(5)),
        nameof(IpcMap) => new IpcMap { [faker.Lorem.Word()] = values.Make(1) },
        nameof(IpcSet) => new IpcSet([values.Make(0)]),
        nameof(IpcArray) => new IpcArray([values.Make(1), values.Make(1)]),
        _ => new IpcObject { [faker.Lorem.Word()] = values.Make(1) },
    };
}
