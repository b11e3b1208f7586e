using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace IpcApp.Internal.Bridge;

/// <summary>The bytes with which a side introduces itself in the handshake.</summary>
internal static class Introduction
{
    private const ushort ProtocolVersion = 1;
    private const int ProtocolAt = 8;
    private const int V8At = 10;
    private const int NonceAt = 12;
    private const int MessageBytesAt = 44;
    private const int PartialMessagesAt = 48;
    private const int PartialBytesAt = 52;
    private const int InfoAt = 60;

    private static ReadOnlySpan<byte> Magic => "ipcappbr"u8;

    public static byte[] Write(BridgeOptions options)
    {
        var head = new byte[InfoAt];
        var limits = ReceiveLimits.Of(options);
        Magic.CopyTo(head);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(ProtocolAt), ProtocolVersion);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(V8At), (ushort)options.V8Version);
        RandomNumberGenerator.Fill(head.AsSpan(NonceAt, MessageBytesAt - NonceAt));
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(MessageBytesAt), limits.MaxMessageBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(PartialMessagesAt), limits.MaxPartialMessages);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(PartialBytesAt), limits.MaxPartialBytes);
        return [.. head, .. WriteInfo(options.Info)];
    }

    /// <exception cref="BridgeHandshakeException">It is not an introduction that this side understands.</exception>
    public static BridgePeer Read(ReadOnlyMemory<byte> introduction, BridgeOptions options)
    {
        var bytes = introduction.Span;
        if (bytes.Length < NonceAt || !bytes.StartsWith(Magic))
        {
            throw new BridgeHandshakeException("What listens on the bridge does not speak its protocol: it is not the Electron of this app.");
        }

        var version = BinaryPrimitives.ReadUInt16LittleEndian(bytes[ProtocolAt..]);
        if (version != ProtocolVersion)
        {
            throw new BridgeHandshakeException($"Electron speaks version {version} of the bridge protocol, this main process version "
                + $"{ProtocolVersion}. Rebuild the app, so that both come from one IpcApp package.");
        }

        if (bytes.Length < InfoAt)
        {
            throw new BridgeHandshakeException("The introduction of Electron is cut short.");
        }

        var v8 = BinaryPrimitives.ReadUInt16LittleEndian(bytes[V8At..]);
        if (v8 < options.OldestV8Version || v8 > options.NewestV8Version)
        {
            throw new BridgeHandshakeException($"Electron writes version {v8} of V8's serialization format; this main process reads "
                + $"{options.OldestV8Version} to {options.NewestV8Version}. "
                + "Use an IpcApp package made for this Electron, or another Electron.");
        }

        var limits = new ReceiveLimits(
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[MessageBytesAt..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[PartialMessagesAt..]),
            (long)Math.Min(BinaryPrimitives.ReadUInt64LittleEndian(bytes[PartialBytesAt..]), long.MaxValue));
        return new BridgePeer(v8, limits, ReadInfo(introduction[InfoAt..]));
    }

    private static ReadOnlySpan<byte> WriteInfo(IReadOnlyDictionary<string, string> info)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("pid", Environment.ProcessId);
            foreach (var (name, value) in info)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    private static JsonElement ReadInfo(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document.RootElement.Clone();
            }
        }
        catch (JsonException)
        {
            // Told below, with the other ways in which it can be wrong.
        }

        throw new BridgeHandshakeException("The introduction of Electron does not end with a JSON object.");
    }
}
