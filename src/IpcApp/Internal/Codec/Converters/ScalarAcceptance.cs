using System.Numerics;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>The kinds of JavaScript values that types without parts are read from.</summary>
internal static class ScalarAcceptance
{
    private static readonly Dictionary<Type, Acceptance> s_others = new()
    {
        [typeof(bool)] = new(ValueKinds.Boolean),
        [typeof(long)] = new(ValueKinds.BigInt, ValueKinds.Number),
        [typeof(ulong)] = new(ValueKinds.BigInt, ValueKinds.Number),
        [typeof(Int128)] = new(ValueKinds.BigInt, ValueKinds.Number),
        [typeof(UInt128)] = new(ValueKinds.BigInt, ValueKinds.Number),
        [typeof(BigInteger)] = new(ValueKinds.BigInt, ValueKinds.Number),
        [typeof(decimal)] = new(ValueKinds.String, ValueKinds.Number),
        [typeof(DateTime)] = new(ValueKinds.Date),
        [typeof(DateTimeOffset)] = new(ValueKinds.Date),
        [typeof(byte[])] = new(ValueKinds.ArrayBufferView, ValueKinds.ArrayBuffer),
        [typeof(Memory<byte>)] = new(ValueKinds.ArrayBufferView, ValueKinds.ArrayBuffer),
        [typeof(ReadOnlyMemory<byte>)] = new(ValueKinds.ArrayBufferView, ValueKinds.ArrayBuffer),
    };

    private static readonly Type[] s_numbers =
        [typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(double), typeof(float), typeof(Half)];

    private static readonly Type[] s_texts =
        [typeof(string), typeof(char), typeof(Guid), typeof(Uri), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan)];

    public static Acceptance Of(Type type, bool int64AsNumber)
        => int64AsNumber && (type == typeof(long) || type == typeof(ulong)) ? new(ValueKinds.Number, ValueKinds.BigInt)
            : s_others.TryGetValue(type, out var other) ? other
            : s_numbers.Contains(type) ? new(ValueKinds.Number)
            : s_texts.Contains(type) ? new(ValueKinds.String)
            : Acceptance.Anything;
}
