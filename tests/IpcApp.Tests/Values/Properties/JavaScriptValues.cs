using System.Numerics;
using CsCheck;

namespace IpcApp.Tests.Values.Properties;

/// <summary>Generates any JavaScript value that structured clone can copy, as a tree. Shared objects and cycles: <see cref="RandomValues"/>.</summary>
internal static class JavaScriptValues
{
    private const int MaxDepth = 4;

    /// <summary>Text of any UTF-16 units, lone surrogates among them.</summary>
    public static readonly Gen<string> Text = Gen.OneOf(
        Gen.Char['a', 'e'].Array[0, 6].Select(units => new string(units)),
        Gen.Char.Array[0, 6].Select(units => new string(units)),
        Gen.OneOf("__proto__", "constructor", "0", "-0", "01", "4294967295", "Infinity", "NaN", "\ud83d\ude00", "\udc00\ud800"));

    /// <summary>Whole numbers of up to 160 bits.</summary>
    public static readonly Gen<BigInteger> Whole = Gen.OneOf(
        Gen.Long.Select(value => new BigInteger(value)), Gen.Byte.Array[0, 20].Select(bytes => new BigInteger(bytes)));

    private static readonly Gen<IpcValue> Primitive = Gen.OneOf(
        Gen.OneOf(IpcValue.Undefined, IpcValue.Null, true, false),
        Gen.Int.Select(value => (IpcValue)value),
        Gen.Double.Select(value => (IpcValue)value),
        Gen.OneOf(0, -0.0, double.NaN, double.PositiveInfinity, 4294967295, 9007199254740992, 0.1).Select(value => (IpcValue)value),
        Whole.Select(value => (IpcValue)value),
        Text.Select(value => (IpcValue)value));

    private static readonly Gen<IpcValue> Leaf = Gen.OneOf(
        Gen.Double.Select(value => (IpcValue)new IpcDate(value)),
        Gen.Select(Gen.OneOf("(?:)", "a+", "[€]"), Gen.OneOf("", "g", "dgimsy", "v"), IpcValue (source, flags) => new IpcRegExp(source, flags)),
        Gen.OneOf(Gen.Bool.Select(v => (IpcValue)v), Gen.Double.Select(v => (IpcValue)v), Text.Select(v => (IpcValue)v), Whole.Select(v => (IpcValue)v))
            .Select(IpcValue (inner) => new IpcBoxed(inner)),
        Gen.Byte.Array[0, 9].Select(IpcValue (bytes) => new IpcArrayBuffer(bytes)),
        Gen.Select(Gen.Enum<IpcArrayBufferViewKind>(), Gen.Byte.Array[8], IpcValue (kind, bytes) => new IpcArrayBufferView(kind, bytes)),
        Gen.Select(
            Gen.OneOf("Error", "RangeError", "TypeError"), Text, IpcValue (name, message) => new IpcError(name, message)));

    /// <summary>Any value.</summary>
    public static readonly Gen<IpcValue> Any = Gen.Recursive<IpcValue>((depth, any) => depth >= MaxDepth
        ? Primitive
        : Gen.Frequency((5, Primitive), (2, Leaf), (3, Container(any))));

    private static Gen<IpcValue> Container(Gen<IpcValue> any) => Gen.OneOf(
        any.Array[0, 5].Select(IpcValue (elements) => new IpcArray(elements)),
        Gen.Select(Gen.Int[0, 40], any).Array[0, 3].Select(Sparse),
        Gen.Select(Text, any).Array[0, 5].Select(Plain),
        Gen.Select(any, any).Array[0, 4].Select(Map),
        any.Array[0, 4].Select(IpcValue (elements) => new IpcSet(elements)));

    private static IpcValue Sparse((int Index, IpcValue Value)[] elements)
    {
        var result = new IpcArray();
        foreach (var (index, value) in elements)
        {
            result[index] = value;
        }

        return result;
    }

    private static IpcValue Plain((string Name, IpcValue Value)[] members)
    {
        var result = new IpcObject();
        foreach (var (name, value) in members)
        {
            result[name] = value;
        }

        return result;
    }

    private static IpcValue Map((IpcValue Key, IpcValue Value)[] entries)
    {
        var result = new IpcMap();
        foreach (var (key, value) in entries)
        {
            result[key] = value;
        }

        return result;
    }
}
