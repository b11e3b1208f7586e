using System.Buffers.Binary;
using System.Text;
using IpcApp.Internal.Codec;

namespace IpcApp.Testing.Internal.Hostile;

/// <summary>Puts a value that is too deep for our encoder into an encoded message, in the place of a mark.</summary>
internal static class DeepPayload
{
    private const int PrefixSize = sizeof(uint);
    private const byte Count = 1;

    /// <summary>Stands for the value while the rest is encoded.</summary>
    public const string Mark = "ipcapp deep mark";

    public static byte[] Fill(byte[] payload, DeepChain chain)
    {
        byte[] mark = [V8Tag.OneByteString, (byte)Mark.Length, .. Encoding.Latin1.GetBytes(Mark)];
        var at = payload.AsSpan().IndexOf(mark);
        byte[] result = [.. payload.AsSpan(0, at), .. Encode(chain), .. payload.AsSpan(at + mark.Length)];
        var grown = BinaryPrimitives.ReadUInt32LittleEndian(payload) + (uint)(result.Length - payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(result.AsSpan(0, PrefixSize), grown);
        return result;
    }

    private static byte[] Encode(DeepChain chain)
    {
        var name = chain.Name is null ? [] : Encoding.Latin1.GetBytes(chain.Name);
        byte[] begin = chain.Name is null
            ? [V8Tag.BeginDenseArray, Count]
            : [V8Tag.BeginObject, V8Tag.OneByteString, (byte)name.Length, .. name];
        byte[] end = chain.Name is null ? [V8Tag.EndDenseArray, 0, Count] : [V8Tag.EndObject, Count];
        return [.. Repeat(begin, chain.Depth), V8Tag.Null, .. Repeat(end, chain.Depth)];
    }

    private static IEnumerable<byte> Repeat(byte[] bytes, int count) => Enumerable.Repeat(bytes, count).SelectMany(each => each);
}
