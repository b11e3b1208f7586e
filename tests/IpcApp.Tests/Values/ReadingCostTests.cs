using System.Diagnostics;
using IpcApp.Internal.Codec;

namespace IpcApp.Tests.Values;

/// <summary>What a page sends costs time and memory in proportion to its size, however it is made.</summary>
public sealed class ReadingCostTests
{
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
}
