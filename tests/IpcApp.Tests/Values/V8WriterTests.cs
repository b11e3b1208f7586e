namespace IpcApp.Tests.Values;

/// <summary>How values are written, to the byte where it matters.</summary>
public sealed class V8WriterTests
{
    [Fact]
    public void A_value_nested_too_deeply_is_not_written()
    {
        IpcValue value = 1;
        for (var i = 0; i < 100_000; i++)
        {
            value = new IpcArray { value };
        }

        var refusal = Assert.Throws<IpcCloneException>(() => Codec.Write(value));
        Assert.Equal("An object could not be cloned.", refusal.Message);
        Assert.Contains("1000 deep", refusal.Detail, StringComparison.Ordinal);
        Assert.Contains("1000 deep", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_read_refers_to_the_payload()
    {
        var payload = Codec.Write(new IpcArray { new byte[] { 1, 2 }, new IpcArrayBuffer([3, 4]) });
        var array = Codec.Read(payload);
        Array.Clear(payload);
        Assert.Equal([1, 2], array[0].AsBytes().ToArray());
        Assert.Equal([3, 4], array[1].AsBytes().ToArray());
    }

    [Theory]
    [InlineData("\u20ac", "FF0F 63 02 AC20")]
    [InlineData("caf\u00e9", "FF0F 22 04 636166E9")]
    public void Strings_take_the_smaller_form(string text, string hex) => Assert.Equal(Codec.Payload(hex), Codec.Write(text));

    [Fact]
    public void Two_byte_strings_are_aligned_as_v8_does()
        => Assert.Equal(Codec.Payload("FF0F 41 02 30 00 63 02 AC20 24 00 02"), Codec.Write(new IpcArray { IpcValue.Null, "\u20ac" }));
}
