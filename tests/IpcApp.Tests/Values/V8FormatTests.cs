using System.Text;

namespace IpcApp.Tests.Values;

/// <summary>Bytes that a well-behaved engine does not send us, or not today, under the header of each version that is known.</summary>
/// <param name="version">Takes the place of 15 in the streams below.</param>
public abstract class V8FormatTests(byte version)
{
    [Theory]
    [InlineData("FF0F 6F 2201 61 4902 7B01")]
    [InlineData("FF0F 6F 5301 61 5501 7B01")]
    [InlineData("FF0F 00 6F 00 2201 61 00 3F05 4902 00 7B01")]
    [InlineData("FF0F 6F 2201 61 4E 000000000000F03F 7B01")]
    public void Every_known_spelling_reads_alike(string hex)
        => Assert.True(IpcValue.DeepEquals(new IpcObject { ["a"] = 1 }, Codec.Read(Payload(hex))));

    [Theory]
    [InlineData("FF0C 30", "version 12, known are 13 to 16")]
    [InlineData("FF11 30", "version 17, known are 13 to 16")]
    [InlineData("30", "the header is missing")]
    [InlineData("", "ends too early")]
    [InlineData("FF0F", "ends too early")]
    [InlineData("FF0F 30 00", "bytes after the value")]
    [InlineData("FF0F 30 30", "bytes after the value")]
    [InlineData("FF0F 7F", "0x7f begins no value")]
    [InlineData("FF0F 75 00", "a SharedArrayBuffer cannot cross")]
    [InlineData("FF0F 74 00", "a transferred ArrayBuffer cannot cross")]
    [InlineData("FF0F 70 00", "an object shared between threads cannot cross")]
    [InlineData("FF0F 77 00", "a WebAssembly object cannot cross")]
    [InlineData("FF0F 6D 00", "a WebAssembly object cannot cross")]
    [InlineData("FF0F 5E00", "no object 0")]
    [InlineData("FF0F 41 01 5E01 2400 01", "no object 1")]
    [InlineData("FF0F 52 5E00 00", "a string is expected")]
    [InlineData("FF0F 53 02 C3 28", "not valid UTF-8")]
    [InlineData("FF0F 63 03 410042", "odd length")]
    [InlineData("FF0F 22 FFFFFFFF07 61", "a length exceeds the data")]
    [InlineData("FF0F 22 FFFFFFFFFFFFFFFF7F 61", "more than 32 bits")]
    [InlineData("FF0F 22 FFFFFFFFFFFFFFFFFFFF7F 61", "does not end")]
    [InlineData("FF0F 5A FEFFFFFF0F 01", "a length exceeds the data")]
    [InlineData("FF0F 41 FFFFFFFF0F 30", "longer than the data")]
    [InlineData("FF0F 41 01 30 2400 02", "count at the end of a container is wrong")]
    [InlineData("FF0F 61 02 4904 30 4001 02", "twice or past its end")]
    [InlineData("FF0F 61 02 4900 30 4900 30 4002 02", "twice or past its end")]
    [InlineData("FF0F 41 01 30 220130 30 2401 01", "twice or past its end")]
    [InlineData("FF0F 6F 220161 30 220161 30 7B02", "a property twice")]
    [InlineData("FF0F 6F 220131 30 4902 30 7B02", "a property twice")]
    [InlineData("FF0F 6F 220161 30 7B02", "count at the end of a container is wrong")]
    [InlineData("FF0F 6F 54 30 7B01", "neither a string nor a number")]
    [InlineData("FF0F 3B 30 30 3A01", "count at the end of a container is wrong")]
    [InlineData("FF0F 27 30 2C00", "count at the end of a container is wrong")]
    [InlineData("FF0F 52 220161 40", "unknown flags")]
    [InlineData("FF0F 52 220161 9002", "unknown flags")]
    [InlineData("FF0F 72 7A 2E", "0x7a is no part of an Error")]
    [InlineData("FF0F 72 6D 2200 6D 2200 2E", "0x6d is no part of an Error")]
    [InlineData("FF0F 42 05 01", "a length exceeds the data")]
    [InlineData("FF0F 42 FFFFFFFFFFFFFFFF7F 01", "a length exceeds the data")]
    [InlineData("FF0F 7E 02 01 0102", "larger than its largest size")]
    [InlineData("FF0F 42 02 0102 56 42 03 00 00", "begins outside")]
    [InlineData("FF0F 42 04 01020304 56 57 01 02 00", "begins outside")]
    [InlineData("FF0F 42 02 0102 56 42 01 02 00", "ends outside")]
    [InlineData("FF0F 42 04 01020304 56 57 00 03 00", "ends outside")]
    [InlineData("FF0F 42 02 0102 56 78 00 02 00", "no class of views")]
    [InlineData("FF0F 5C 42 01 00", "not where they are said to be")]
    [InlineData("FF0F 5C 99 01 00", "no class of views")]
    public void Malformed_bytes_are_named(string hex, string problem)
    {
        var refusal = Assert.Throws<IpcCloneException>(() => Codec.Read(Payload(hex)));
        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Views_have_flags_since_version_14()
    {
        var flags = version < 14 ? "" : "00";
        Assert.Equal([2], Codec.Read(Payload($"FF0F 42 02 0102 56 42 01 01 {flags}")).AsBytes().ToArray());
    }

    [Fact]
    public void A_view_may_follow_a_reference_to_its_buffer()
    {
        var array = (IpcArray)Codec.Read(Payload("FF0F 41 02 42 02 0102 5E01 56 42 01 01 00 24 00 02"));
        Assert.Equal([2], array[1].AsBytes().ToArray());
    }

    [Fact]
    public void A_sparse_array_of_the_largest_length_is_small()
    {
        var array = (IpcArray)Codec.Read(Payload("FF0F 61 FFFFFFFF0F 4E 0000C0FFFFFFEF41 30 40 01 FFFFFFFF0F"));
        Assert.Equal(uint.MaxValue, array.Length);
        Assert.Equal(4294967294, Assert.Single(array.Elements).Key);
    }

    [Theory]
    [InlineData("FF0F 41 02 5C 42 02 00 5C 42 02 00 24 00 02", 4, "twice the same place")]
    [InlineData("FF0F 5C 42 02 02", 4, "a gap")]
    [InlineData("FF0F 5C 42 02 00", 4, "bytes left over")]
    [InlineData("FF0F 5C 57 03 00", 3, "half an element")]
    [InlineData("FF0F 5C 42 FFFFFFFF0F 00", 3, "too long")]
    public void Binary_data_lies_in_order_and_is_used_up(string hex, int blobSize, string what)
    {
        var payload = Payload(hex).Concat(new byte[blobSize]).ToArray();
        Assert.True(Assert.Throws<IpcCloneException>(() => Codec.Read(payload)).Message.Length > 0, what);
    }

    [Theory]
    [InlineData("")]
    [InlineData("000000")]
    [InlineData("03000000FF0F")]
    [InlineData("FFFFFFFFFF0F30")]
    public void A_payload_shorter_than_it_says_is_refused(string hex)
        => Assert.Throws<IpcCloneException>(() => Codec.Read(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("41 01", "24 00 01", false)]
    [InlineData("6F 2201 61", "7B 01", false)]
    [InlineData("3B 30", "3A 02", false)]
    [InlineData("27", "2C 01", false)]
    [InlineData("72 63", "2E", false)]
    [InlineData("3F 00", "", true)]
    public void Nesting_is_limited_on_a_small_stack(string open, string close, bool isFlat)
    {
        const int depth = 200_000;
        var hex = new StringBuilder("FF0F");
        hex.Insert(hex.Length, open, depth).Append("30").Insert(hex.Length, close, depth);
        var payload = Payload(hex.ToString());
        Exception? caught = null;
        var thread = new Thread(() => caught = Record.Exception(() => Codec.Read(payload)), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(!isFlat, caught is IpcCloneException);
    }

    [Fact]
    public void Values_are_counted()
    {
        var undefined = string.Concat(Enumerable.Repeat("5F", 10_000_001));
        var payload = Payload($"FF0F 41 81ADE204 {undefined} 24 00 81ADE204");
        Assert.Contains("10000000 values", Assert.Throws<IpcCloneException>(() => Codec.Read(payload)).Message, StringComparison.Ordinal);
    }

    private byte[] Payload(string streamHex)
    {
        var payload = Codec.Payload(streamHex);
        if (streamHex.StartsWith("FF0F", StringComparison.Ordinal))
        {
            payload[5] = version;
        }

        return payload;
    }
}

public sealed class Version13FormatTests() : V8FormatTests(13);

public sealed class Version14FormatTests() : V8FormatTests(14);

public sealed class Version15FormatTests() : V8FormatTests(15);

public sealed class Version16FormatTests() : V8FormatTests(16);
