using System.Buffers.Binary;
using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Ports;

/// <summary>The lists of ports in the bridge's messages.</summary>
internal static class PortWire
{
    /// <summary>How many ports a message can bring along.</summary>
    public const int MaxPorts = ushort.MaxValue;

    private const int CountSize = sizeof(ushort);
    private const int NumberSize = sizeof(uint);
    private const int EntrySize = 9;

    public static void WriteEntries(PayloadWriter payload, ReadOnlySpan<PortEntry> entries)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(payload.GetSpan(CountSize), (ushort)entries.Length);
        payload.Advance(CountSize);
        foreach (var entry in entries)
        {
            payload.WriteByte((byte)entry.Kind).WriteUInt32(entry.Number).WriteUInt32(entry.Sent);
        }
    }

    /// <summary>Reads the numbers that <see cref="WriteEntries"/> has written.</summary>
    /// <param name="payload">Begins with the list.</param>
    /// <param name="length">How many bytes the list has.</param>
    public static uint[] ReadEntries(ReadOnlySpan<byte> payload, out int length)
    {
        var numbers = new uint[BinaryPrimitives.ReadUInt16LittleEndian(payload)];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadUInt32LittleEndian(payload[(CountSize + (EntrySize * i) + 1)..]);
        }

        length = CountSize + (EntrySize * numbers.Length);
        return numbers;
    }

    /// <summary>Reads the ports of a message from Electron.</summary>
    /// <param name="payload">Begins with the list.</param>
    /// <param name="length">How many bytes the list has.</param>
    /// <exception cref="FormatException">The list is cut off.</exception>
    public static uint[] ReadNumbers(ReadOnlySpan<byte> payload, out int length)
    {
        var count = payload.Length >= CountSize ? BinaryPrimitives.ReadUInt16LittleEndian(payload) : 0;
        length = CountSize + (NumberSize * count);
        if (payload.Length < length)
        {
            throw new FormatException("Electron's side sent a message whose list of ports is cut off.");
        }

        var numbers = new uint[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = BinaryPrimitives.ReadUInt32LittleEndian(payload[(CountSize + (NumberSize * i))..]);
        }

        return numbers;
    }
}
