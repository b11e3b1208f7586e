using System.Numerics;
using System.Text.Json.Serialization;
using IpcApp.Internal.Codec;

namespace IpcApp.Tests.Values;

/// <summary>The mapping table of types without parts, both ways.</summary>
public sealed class LeafConversionTests
{
    public enum Colour
    {
        Red,
        DarkBlue,
        [JsonStringEnumMemberName("#0f0")]
        Green,
    }

    [Flags]
    public enum Rights
    {
        None = 0,
        Read = 1,
        Write = 2,
    }

    [Fact]
    public void Numbers_are_numbers()
    {
        RoundTrip<sbyte>(-5, -5);
        RoundTrip<byte>(5, 5);
        RoundTrip<short>(-5, -5);
        RoundTrip<ushort>(5, 5);
        RoundTrip(int.MinValue, (double)int.MinValue);
        RoundTrip(uint.MaxValue, (double)uint.MaxValue);
        RoundTrip(double.NaN, double.NaN);
        RoundTrip(-0.0, -0.0);
        RoundTrip(float.PositiveInfinity, double.PositiveInfinity);
        RoundTrip((Half)1.5, 1.5);
        RoundTrip(true, true);
    }

    [Fact]
    public void Large_integers_are_bigints_and_numbers_are_accepted()
    {
        RoundTrip(long.MinValue, long.MinValue);
        RoundTrip(ulong.MaxValue, new BigInteger(ulong.MaxValue));
        RoundTrip(Int128.MinValue, (BigInteger)Int128.MinValue);
        RoundTrip(BigInteger.Pow(10, 100), BigInteger.Pow(10, 100));
        Assert.Equal(5L, Codec.Bind<long>(5));
        Assert.Equal(1UL << 63, Codec.Bind<ulong>(9223372036854775808.0));
        Assert.Equal(new BigInteger(1e300), Codec.Bind<BigInteger>(1e300));
    }

    [Fact]
    public void Int64_may_be_numbers_by_option()
    {
        var serializer = new IpcSerializer(new IpcSerializerOptions { Int64AsNumber = true });
        Assert.Equal(5, serializer.ToIpcValue(5L));
        Assert.Equal(5, serializer.ToIpcValue<ulong?>(5));
        Assert.Equal(-9007199254740991.0, serializer.ToIpcValue(-9007199254740991L));
        Assert.Equal(7L, serializer.Convert<long>(new BigInteger(7), "it"));
        Assert.Throws<IpcCloneException>(() => serializer.ToIpcValue(9007199254740992L));
        Assert.Throws<IpcCloneException>(() => serializer.ToIpcValue(long.MinValue));
    }

    [Fact]
    public void Text_is_text()
    {
        RoundTrip("\ud800 lone", "\ud800 lone");
        RoundTrip('x', "x");
        RoundTrip(0.1m, "0.1");
        RoundTrip(decimal.MaxValue, "79228162514264337593543950335");
        RoundTrip(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), "0f8fad5b-d9cb-469f-a165-70867728950e");
        RoundTrip(new Uri("https://example.test/a?b"), "https://example.test/a?b");
        RoundTrip(new Uri("relative/path", UriKind.Relative), "relative/path");
        RoundTrip(new Version(1, 2, 3), "1.2.3");
        Assert.Equal(0.30000000000000004m, Codec.Bind<decimal>(0.1 + 0.2));
    }

    [Fact]
    public void Enums_are_camel_case_names()
    {
        RoundTrip(Colour.DarkBlue, "darkBlue");
        RoundTrip(Colour.Green, "#0f0");
        RoundTrip(Rights.Read | Rights.Write, "read, write");
        RoundTrip<Colour?>(Colour.Red, "red");
        AssertRefused<Colour>("pink", "expected one of 'red', 'darkBlue', '#0f0', got string 'pink'.");
        AssertRefused<Colour>(1, "expected one of 'red', 'darkBlue', '#0f0', got number 1.");
        Assert.Throws<IpcCloneException>(() => Codec.Serializer.ToIpcValue((Colour)99));
    }

    [Fact]
    public void Moments_are_dates()
    {
        var moment = new DateTimeOffset(2024, 2, 29, 12, 30, 15, 123, TimeSpan.FromHours(2));
        Assert.Equal(moment, Codec.Bind<DateTimeOffset>(Codec.Serializer.ToIpcValue(moment)));
        Assert.Equal(TimeSpan.Zero, Codec.Bind<DateTimeOffset>(new IpcDate(moment)).Offset);
        Assert.Equal(DateTimeKind.Utc, Codec.Bind<DateTime>(new IpcDate(0)).Kind);
        var local = new DateTime(2024, 7, 1, 8, 0, 0, DateTimeKind.Unspecified);
        var expected = new IpcDate(new DateTimeOffset(local, TimeZoneInfo.Local.GetUtcOffset(local)));
        Assert.True(IpcValue.DeepEquals(expected, Codec.Serializer.ToIpcValue(local)));
        var first = DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc);
        Assert.True(IpcValue.DeepEquals(new IpcDate(-62135596800000), Codec.Serializer.ToIpcValue(first)));
        Assert.Equal(DateTime.MinValue.Ticks, Codec.Bind<DateTime>(new IpcDate(-62135596800000)).Ticks);
    }

    [Fact]
    public void Dates_times_and_spans_are_text()
    {
        RoundTrip(new DateOnly(2024, 2, 29), "2024-02-29");
        RoundTrip(new TimeOnly(23, 59, 30), "23:59:30");
        RoundTrip(new TimeOnly(1, 2, 3, 45), "01:02:03.0450000");
        RoundTrip(new TimeSpan(1, 2, 3, 4, 5), "1.02:03:04.0050000");
        Assert.Equal(new TimeOnly(10, 30), Codec.Bind<TimeOnly>("10:30"));
    }

    [Fact]
    public void Bytes_are_uint8array_and_any_binary_data_is_accepted()
    {
        byte[] bytes = [1, 2, 3, 4];
        var view = Assert.IsType<IpcArrayBufferView>(Codec.Serializer.ToIpcValue(bytes));
        Assert.Equal(IpcArrayBufferViewKind.Uint8Array, view.ViewKind);
        Assert.Equal(bytes, Codec.Bind<byte[]>(view));
        Assert.Equal(bytes, Codec.Bind<byte[]>(new IpcArrayBuffer(bytes)));
        Assert.Equal(bytes, Codec.Bind<byte[]>(new IpcArrayBufferView(IpcArrayBufferViewKind.Float32Array, bytes)));
        Assert.Equal(bytes, Codec.Bind<Memory<byte>>(view).ToArray());
        Assert.Equal(bytes, Codec.Bind<ReadOnlyMemory<byte>>(view).ToArray());
        Assert.Equal(bytes, ((IpcArrayBufferView)Codec.Serializer.ToIpcValue<ReadOnlyMemory<byte>>(bytes)).Bytes.ToArray());
        view.Bytes.Span.Clear();
        Assert.Equal(1, bytes[0]);
        Assert.Null(Codec.Bind<byte[]>(IpcValue.Null));
    }

    [Fact]
    public void Null_is_null_and_undefined_binds_like_it()
    {
        Assert.Same(IpcValue.Null, Codec.Serializer.ToIpcValue<string?>(null));
        Assert.Same(IpcValue.Null, Codec.Serializer.ToIpcValue<int?>(null));
        Assert.Null(Codec.Bind<string>(IpcValue.Undefined));
        Assert.Null(Codec.Bind<int?>(IpcValue.Null));
        Assert.Null(Codec.Bind<object>(IpcValue.Null));
        Assert.Same(IpcValue.Undefined, Codec.Bind<IpcValue>(IpcValue.Undefined));
        Assert.Null(Codec.Bind<IpcMap>(IpcValue.Null));
    }

    [Fact]
    public void Untyped_values_pass_through()
    {
        var map = new IpcMap();
        Assert.Same(map, Codec.Serializer.ToIpcValue(map));
        Assert.Same(map, Codec.Bind<IpcMap>(map));
        Assert.Same(map, Codec.Bind<object>(map));
        Assert.Same(map, Codec.Serializer.ToIpcValue<object>(map));
        AssertRefused<IpcMap>(5, "expected a Map, got number 5.");
        AssertRefused<IpcObject>(new IpcArray(), "expected an object, got an array.");
    }

    [Fact]
    public void Exceptions_cross_as_their_message()
    {
        var exception = new InvalidOperationException("no luck", new ArgumentException("secret"));
        var error = Assert.IsType<IpcError>(Codec.Serializer.ToIpcValue<object>(exception));
        Assert.Equal("Error", error.Name);
        Assert.Equal("no luck", error.Message);
        Assert.Equal("Error: no luck", error.Stack);
        Assert.Null(error.Cause);
    }

    [Fact]
    public void What_means_nothing_outside_its_process_is_refused()
    {
        AssertUncloneable((Action)(() => { }), "delegate");
        AssertUncloneable(Task.CompletedTask, "task");
        AssertUncloneable(new ValueTask<int>(1), "task");
        AssertUncloneable(typeof(string), "reflection");
        AssertUncloneable(new MemoryStream(), "stream");
        AssertUncloneable(CancellationToken.None, "cannot cross");
        AssertUncloneable(new int[1, 1], "several dimensions");
        AssertUncloneable(AsyncEnumerable.Empty<int>(), "asynchronous");
    }

    [Theory]
    [InlineData("5")]
    [InlineData("")]
    public void Strings_are_no_numbers(string text)
    {
        AssertRefused<int>(text, $"expected a whole number from -2147483648 to 2147483647, got string '{text}'.");
        AssertRefused<double>(text, $"expected a number, got string '{text}'.");
    }

    [Fact]
    public void Numbers_out_of_range_or_with_fractions_are_refused()
    {
        AssertRefused<int>(1.5, "expected a whole number from -2147483648 to 2147483647, got number 1.5.");
        AssertRefused<int>(double.NaN, "got number NaN.");
        AssertRefused<int>(2147483648.0, "got number 2147483648.");
        AssertRefused<byte>(256, "expected a whole number from 0 to 255, got number 256.");
        AssertRefused<byte>(-1, "got number -1.");
        AssertRefused<int>(5L, "got bigint 5n.");
        AssertRefused<long>(1.5, "expected a bigint or whole number of 64 bits, got number 1.5.");
        AssertRefused<long>(BigInteger.Pow(2, 63), "got bigint 9223372036854775808n.");
        AssertRefused<ulong>(-1, "got number -1.");
        AssertRefused<BigInteger>(double.PositiveInfinity, "got number Infinity.");
        AssertRefused<float>(1e300, "expected a number in the range of 32-bit floating point, got number 1e+300.");
        AssertRefused<decimal>(1e300, "expected a decimal number, as a string or number, got number 1e+300.");
        AssertRefused<decimal>("1,000", "got string '1,000'.");
        Assert.Equal(0, Codec.Bind<int>(-0.0));
    }

    [Fact]
    public void Other_mismatches_are_refused()
    {
        AssertRefused<bool>(1, "expected a boolean, got number 1.");
        AssertRefused<string>(5, "expected a string, got number 5.");
        AssertRefused<string>(new IpcBoxed("x"), "expected a string, got a wrapper object.");
        AssertRefused<char>("ab", "got string 'ab'.");
        AssertRefused<Guid>("{0f8fad5b-d9cb-469f-a165-70867728950e}", "expected a UUID string");
        AssertRefused<DateTime>("2024-01-01", "expected a Date, got string '2024-01-01'.");
        AssertRefused<DateTime>(new IpcDate(double.NaN), "expected a Date, got an invalid Date.");
        AssertRefused<DateTime>(
            new IpcDate(8.64e15), "expected a Date in the years 1 to 9999, got the Date of 8640000000000000 milliseconds since 1970.");
        AssertRefused<DateTimeOffset>(new IpcDate(-8.64e15), "got the Date of -8640000000000000 milliseconds since 1970.");
        AssertRefused<DateOnly>("1/2/2024", "expected a date string such as '2024-12-31'");
        AssertRefused<TimeOnly>("10 PM", "expected a time string");
        AssertRefused<byte[]>(new IpcArray { 1 }, "expected binary data such as a Uint8Array, got an array.");
        AssertRefused<int>(IpcValue.Undefined, "got undefined.");
        AssertRefused<bool>(IpcValue.Null, "expected a boolean, got null.");
        AssertRefused<Guid>(IpcValue.Null, "got null.");
        AssertRefused<Action>(1, "the handler declares a type that nothing can be bound to.");
        AssertRefused<Exception>(new IpcError("Error", "x"), "the handler declares a type that nothing can be bound to.");
        AssertRefused<string>(new IpcArrayBufferView(IpcArrayBufferViewKind.Int8Array, []), "got an Int8Array.");
    }

    [Fact]
    public void Values_in_error_texts_are_short_and_harmless()
    {
        AssertRefused<int>(new string('x', 10_000), $"got string '{new string('x', 40)}…'.");
        AssertRefused<int>("line\nbreak", "got string 'line\\u000abreak'.");
    }

    internal static void AssertRefused<T>(IpcValue value, string ending)
    {
        var refusal = Assert.Throws<IpcBindingException>(() => Codec.Bind<T>(value));
        Assert.StartsWith("argument 1 ('it')", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(ending, refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
    }

    internal static void RoundTrip<T>(T value, IpcValue expected)
    {
        var written = Codec.Serializer.ToIpcValue(value);
        Assert.True(IpcValue.DeepEquals(expected, written), $"{typeof(T)} was written as {written}");
        Assert.True(IpcValue.DeepEquals(expected, Codec.Read(Codec.WriteTyped<object?>(value))), "and differently by its run-time type");
        Assert.Equal(value, Codec.Bind<T>(written));
        var type = typeof(T);
        Assert.Equal((object?)value, Codec.Serializer.Convert(written, type, "it"));
    }

    private static void AssertUncloneable<T>(T value, string detail)
    {
        var refusal = Assert.Throws<IpcCloneException>(() => Codec.Serializer.ToIpcValue(new { Deep = new object?[] { value } }));
        Assert.Equal("An object could not be cloned.", refusal.Message);
        Assert.StartsWith("$.deep[0]: ", refusal.Detail, StringComparison.Ordinal);
        Assert.Contains(detail, refusal.Detail, StringComparison.Ordinal);
    }
}
