using System.Globalization;
using System.Numerics;
using Bogus;

namespace IpcApp.Testing.Internal.Faking;

/// <summary>Plausible values of the types without parts, in the form in which a page sends them.</summary>
internal static class PlausibleScalars
{
    // Fixed, so that a seed means the same values tomorrow.
    private static readonly DateTimeOffset From = new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = new(2035, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<Type, Func<Faker, string?, IpcValue>> Makers = new()
    {
        [typeof(bool)] = (f, _) => f.Random.Bool(),
        [typeof(sbyte)] = (f, _) => (double)f.Random.SByte(),
        [typeof(byte)] = (f, _) => (double)f.Random.Byte(),
        [typeof(short)] = (f, _) => (double)f.Random.Short(),
        [typeof(ushort)] = (f, _) => (double)f.Random.UShort(),
        [typeof(int)] = (f, name) => Whole(f, name),
        [typeof(uint)] = (f, name) => Whole(f, name),
        [typeof(long)] = (f, name) => f.Random.Bool() ? new BigInteger(f.Random.Long()) : (double)Whole(f, name),
        [typeof(ulong)] = (f, name) => f.Random.Bool() ? new BigInteger(f.Random.ULong()) : (double)Whole(f, name),
        [typeof(Int128)] = (f, _) => new BigInteger(f.Random.Long()),
        [typeof(UInt128)] = (f, _) => new BigInteger(f.Random.ULong()),
        [typeof(BigInteger)] = (f, _) => BigInteger.Pow(f.Random.Long(), f.Random.Int(1, 4)),
        [typeof(float)] = (f, _) => (double)f.Random.Float(-1000, 1000),
        [typeof(Half)] = (f, _) => (double)(Half)f.Random.Float(-1000, 1000),
        [typeof(double)] = (f, _) => f.Random.Double(-1e6, 1e6),
        [typeof(decimal)] = (f, _) => f.Finance.Amount().ToString(CultureInfo.InvariantCulture),
        [typeof(char)] = (f, _) => f.Random.Char('a', 'z').ToString(),
        [typeof(string)] = (f, name) => PlausibleText.For(f, name),
        [typeof(Guid)] = (f, _) => f.Random.Guid().ToString("D"),
        [typeof(Uri)] = (f, _) => f.Internet.Url(),
        [typeof(DateTime)] = (f, _) => new IpcDate(Moment(f)),
        [typeof(DateTimeOffset)] = (f, _) => new IpcDate(Moment(f)),
        [typeof(DateOnly)] = (f, _) => Moment(f).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        [typeof(TimeOnly)] = (f, _) => Moment(f).ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        [typeof(TimeSpan)] = (f, _) => TimeSpan.FromSeconds(f.Random.Int(0, 200_000)).ToString("c", CultureInfo.InvariantCulture),
        [typeof(byte[])] = (f, _) => Bytes(f),
        [typeof(Memory<byte>)] = (f, _) => Bytes(f),
        [typeof(ReadOnlyMemory<byte>)] = (f, _) => Bytes(f),
    };

    public static IpcValue? TryMake(Type type, Faker faker, string? name)
        => Makers.TryGetValue(type, out var make) ? make(faker, name) : null;

    public static DateTimeOffset Moment(Faker faker)
        => DateTimeOffset.FromUnixTimeMilliseconds(faker.Random.Long(From.ToUnixTimeMilliseconds(), To.ToUnixTimeMilliseconds()));

    public static byte[] Bytes(Faker faker) => faker.Random.Bytes(faker.Random.Int(0, 32));

    private static int Whole(Faker faker, string? name)
        => name?.Contains("age", StringComparison.OrdinalIgnoreCase) == true ? faker.Random.Int(0, 120)
            : faker.Random.Bool(0.8f) ? faker.Random.Int(0, 1000) : faker.Random.Int(0);
}
