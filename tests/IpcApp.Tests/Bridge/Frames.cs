using System.Buffers.Binary;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace IpcApp.Tests.Bridge;

/// <summary>The wire by hand, as docs/internals/protocol.md describes it, so that a test can also break it.</summary>
internal static class Frames
{
    public const byte First = 1, Last = 2, Unlaned = 4, Complete = First | Last;
    public const byte Hello = 0xF0, Proof = 0xF1, Welcome = 0xF2, Goodbye = 0xFE, Abort = 0xFF;

    public static byte[] Frame(
        byte kind, byte[] payload, byte flags = Complete, uint lane = 0, uint id = 0, ushort reserved = 0, uint? length = null)
    {
        var frame = new byte[16 + payload.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(frame, length ?? (uint)(12 + payload.Length));
        frame[4] = kind;
        frame[5] = flags;
        BinaryPrimitives.WriteUInt16LittleEndian(frame.AsSpan(6), reserved);
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(8), lane);
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(12), id);
        payload.CopyTo(frame, 16);
        return frame;
    }

    /// <summary>A first chunk: the size of the whole, then some of it.</summary>
    public static byte[] Announcing(uint total, int bytes) => [.. BitConverter.GetBytes(total), .. new byte[bytes]];

    public static byte[] Introduction(ushort version = 1, ushort v8 = 15, string info = """{"pid":1}""")
    {
        var head = new byte[60];
        "ipcappbr"u8.CopyTo(head);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(8), version);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(10), v8);
        RandomNumberGenerator.Fill(head.AsSpan(12, 32));
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(44), 1 << 24);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(48), 16);
        BinaryPrimitives.WriteUInt64LittleEndian(head.AsSpan(52), 1 << 24);
        return [.. head, .. Encoding.UTF8.GetBytes(info)];
    }

    public static byte[] MakeProof(byte[] secret, string role, byte[] host, byte[] main) => HMACSHA256.HashData(
        secret, (byte[])[.. Encoding.UTF8.GetBytes($"ipcapp bridge 1: {role}"), 0, .. SHA256.HashData(host), .. SHA256.HashData(main)]);

    /// <summary>The next frame; null at the end.</summary>
    public static async Task<RawFrame?> ReadFrameAsync(this NetworkStream stream)
    {
        var header = new byte[16];
        try
        {
            await stream.ReadExactlyAsync(header).AsTask().OrFail();
            var payload = new byte[BinaryPrimitives.ReadUInt32LittleEndian(header) - 12];
            await stream.ReadExactlyAsync(payload).AsTask().OrFail();
            return new RawFrame(header[4], header[5], BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(8)), payload);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The reason of the abort that must come next, then the end.</summary>
    public static async Task<string> ReadAbortAsync(this NetworkStream stream)
    {
        var abort = await stream.ReadFrameAsync();
        Assert.Equal(Abort, abort?.Kind);
        Assert.Null(await stream.ReadFrameAsync());
        return Encoding.UTF8.GetString(abort!.Payload);
    }
}

/// <summary>A frame as it came.</summary>
internal sealed record RawFrame(byte Kind, byte Flags, uint Lane, byte[] Payload);
