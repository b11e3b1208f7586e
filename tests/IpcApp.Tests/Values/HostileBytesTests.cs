using System.Diagnostics;
using IpcApp.Values.Internal;

namespace IpcApp.Tests.Values;

/// <summary>Whatever bytes arrive, reading gives a value or the format error, in bounded time and memory.</summary>
public sealed class HostileBytesTests
{
    private const int RandomMutations = 20_000;

    /// <summary>All tags, and the bytes at which numbers change their length.</summary>
    private static readonly byte[] Interesting = [.. "_0TFIUNZ\"cS^o{a@A$Dyxnzs R;:',B~V\\rtupwm?-.h"u8, 0, 1, 2, 0x7F, 0x80, 0xFE, 0xFF];

    /// <summary>Streams of all kinds: those of a real engine, and our own with views as host objects.</summary>
    public static TheoryData<string> Fixtures
        => new(Version16Tests.Expected.Keys.SelectMany(name => new[] { name, name + " rewritten" }).ToArray());

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Truncated_anywhere(string name)
    {
        var payload = Payload(name);
        for (var length = 0; length < payload.Length; length++)
        {
            Assert.Throws<IpcCloneException>(() => Codec.Read(payload[..length]));
        }

        for (var length = 4; length < payload.Length; length++)
        {
            ReadOrRefuse([.. BitConverter.GetBytes(length - 4), .. payload[4..length]]);
        }
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Any_byte_changed(string name)
    {
        var payload = Payload(name);
        for (var i = 0; i < payload.Length; i++)
        {
            var original = payload[i];
            foreach (var value in Interesting.Append((byte)(original + 1)).Append((byte)(original - 1)))
            {
                payload[i] = value;
                ReadOrRefuse(payload);
            }

            payload[i] = original;
        }
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Several_bytes_changed_swapped_or_repeated(string name)
    {
        var random = new Random(1);
        var payload = Payload(name);
        for (var i = 0; i < RandomMutations / Fixtures.Count; i++)
        {
            var mutant = payload.ToArray();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                var from = random.Next(4, mutant.Length);
                var length = random.Next(Math.Min(8, mutant.Length - from));
                Array.Copy(mutant, from, mutant, random.Next(4, mutant.Length - length), length);
                mutant[random.Next(4, mutant.Length)] = (byte)random.Next(256);
            }

            ReadOrRefuse(mutant);
        }
    }

    [Theory]
    [InlineData("6F7B00", 400_000)]
    [InlineData("610040 00 00", 250_000)]
    [InlineData("3B3A00", 400_000)]
    [InlineData("272C00", 400_000)]
    [InlineData("5E00", 500_000)]
    [InlineData("2200", 500_000)]
    public void A_megabyte_of_the_cheapest_values_stays_within_bounds(string element, int count)
    {
        var bytes = Convert.FromHexString(element.Replace(" ", "", StringComparison.Ordinal));
        var writer = new V8ByteWriter(16);
        writer.WriteBytes([0xFF, 15, V8Tag.BeginDenseArray]);
        writer.WriteVarint((uint)count);
        for (var i = 0; i < count; i++)
        {
            writer.WriteBytes(bytes);
        }

        writer.WriteBytes([V8Tag.EndDenseArray, 0]);
        writer.WriteVarint((uint)count);
        var stream = writer.Written.ToArray();
        writer.Dispose();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var array = (IpcArray)V8Reader.Read(stream, []);
        Assert.Equal(count, array.Length);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 250L * 1024 * 1024);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Keys_chosen_to_collide_do_not_slow_a_map_down()
    {
        // All of these doubles have the same high and low half combined, which is .NET's own hash of a double.
        var map = new IpcMap();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 200_000; i++)
        {
            map[BitConverter.Int64BitsToDouble(((long)(0x10000 + i) << 32) | (uint)(0x10000 + i))] = i;
        }

        Assert.Equal(200_000, map.Count);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private static byte[] Payload(string name)
    {
        var parts = name.Split(' ');
        var stream = Version16Tests.Streams[parts[0]];
        return parts.Length == 1 ? [.. BitConverter.GetBytes(stream.Length), .. stream] : Codec.Write(Version16Tests.Expected[parts[0]]);
    }

    private static void ReadOrRefuse(byte[] payload)
    {
        try
        {
            var value = Codec.Read(payload);
            Assert.True(value.ToString().Length < 1100);
            Assert.True(IpcValue.DeepEquals(value, Codec.Read(Codec.Write(value))));
        }
        catch (IpcCloneException e)
        {
            Assert.StartsWith("The message is not a structured clone: ", e.Message, StringComparison.Ordinal);
        }
    }
}
