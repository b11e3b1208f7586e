using System.Buffers;
using IpcApp.Internal.Codec;

namespace IpcApp.Tests.Values;

/// <summary>Shorthands for a serializer with default options.</summary>
internal static class Codec
{
    public static IpcSerializer Serializer { get; } = new(new IpcSerializerOptions());

    public static byte[] Write(IpcValue value)
    {
        var output = new ArrayBufferWriter<byte>();
        Serializer.WriteValue(output, value);
        return output.WrittenSpan.ToArray();
    }

    public static byte[] WriteTyped<T>(T value)
    {
        var output = new ArrayBufferWriter<byte>();
        Serializer.Write(output, value);
        return output.WrittenSpan.ToArray();
    }

    public static IpcValue Read(byte[] payload) => Serializer.ReadValue(payload);

    public static T? Bind<T>(IpcValue value) => Serializer.Convert<T>(value, "argument 1 ('it')");

    /// <summary>A payload of a stream without binary data.</summary>
    public static byte[] Payload(string streamHex)
    {
        var stream = Convert.FromHexString(streamHex.Replace(" ", "", StringComparison.Ordinal));
        return [.. BitConverter.GetBytes(stream.Length), .. stream];
    }

    /// <summary>The same payload as an engine of another version would head it: views beside the stream look alike in all.</summary>
    public static byte[] WithVersion(byte[] payload, byte version)
    {
        var copy = payload.ToArray();
        Assert.Equal(15, copy[5]);
        copy[5] = version;
        return copy;
    }
}
