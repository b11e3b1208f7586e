using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using IpcApp.Internal.Codec;

namespace IpcApp.Tests.Values;

/// <summary>An enum is exactly one of its members, and one with flags also a combination of them.</summary>
public sealed class EnumConversionTests
{
    public enum Colour
    {
        Red,
        Green,
        DarkBlue,
        [JsonStringEnumMemberName("light blue")]
        LightBlue,
        DeepBlue = DarkBlue,
    }

    [Flags]
    public enum Rights
    {
        Read = 1,
        Write = 2,
        Delete = 4,
        All = Read | Write | Delete,
    }

    public enum Signed : sbyte
    {
        Low = sbyte.MinValue,
        High = sbyte.MaxValue,
    }

    public enum Large : ulong
    {
        Small = 1,
        Huge = (1UL << 63) + 1,
    }

    public enum Open
    {
        None,
    }

    [Theory]
    [InlineData("green, darkBlue")]
    [InlineData("red, red")]
    [InlineData(" red ")]
    [InlineData("red,")]
    [InlineData("Red")]
    [InlineData("RED")]
    [InlineData("darkblue")]
    [InlineData("LightBlue")]
    [InlineData("lightBlue")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("99")]
    public void Text_that_is_no_name_is_refused(string text)
    {
        LeafConversionTests.AssertRefused<Colour>(text, "expected one of 'red', 'green', 'darkBlue', 'light blue', 'deepBlue', got string ");
        LeafConversionTests.AssertRefused<Colour?>(text, "got string ");
    }

    [Theory]
    [InlineData("read,")]
    [InlineData("read,write")]
    [InlineData("read,  write")]
    [InlineData("read, Write")]
    [InlineData("read , write")]
    [InlineData(", read")]
    [InlineData("read, ")]
    [InlineData(", ")]
    [InlineData("")]
    [InlineData("read, 2")]
    [InlineData("read, none")]
    public void Text_that_is_no_list_of_flags_is_refused(string text) => LeafConversionTests.AssertRefused<Rights>(text, "got string ");

    [Fact]
    public void Names_are_members_and_flags_combine()
    {
        Assert.Equal(Colour.LightBlue, Codec.Bind<Colour>("light blue"));
        Assert.Equal(Colour.DarkBlue, Codec.Bind<Colour>("deepBlue"));
        Assert.Equal(Rights.Read | Rights.Delete, Codec.Bind<Rights>("delete, read"));
        Assert.Equal(Rights.All, Codec.Bind<Rights>("all"));
        Assert.Equal(Rights.All, Codec.Bind<Rights>("read, all"));
        LeafConversionTests.RoundTrip(Rights.Read | Rights.Write, "read, write");
        LeafConversionTests.RoundTrip(Rights.Read | Rights.Write | Rights.Delete, "all");
        LeafConversionTests.RoundTrip(Signed.Low, "low");
    }

    [Fact]
    public void Numbers_are_refused_where_enums_are_names()
    {
        LeafConversionTests.AssertRefused<Colour>(0, "got number 0.");
        LeafConversionTests.AssertRefused<Rights>(3, "got number 3.");
        LeafConversionTests.AssertRefused<Colour>(BigInteger.One, "got bigint 1n.");
        Assert.Throws<IpcCloneException>(() => Codec.Serializer.ToIpcValue((Colour)99));
    }

    [Fact]
    public void Where_enums_are_numbers_only_those_of_members_count()
    {
        var serializer = With(json => json.Converters.Clear());
        Assert.Equal(2, serializer.ToIpcValue(Colour.DarkBlue));
        Assert.Equal(Colour.DarkBlue, serializer.Convert<Colour>(2, "it"));
        Assert.Equal(Colour.DarkBlue, serializer.Convert<Colour>(new BigInteger(2), "it"));
        Assert.Equal(Rights.Read | Rights.Delete, serializer.Convert<Rights>(5, "it"));
        Assert.Equal((Rights)0, serializer.Convert<Rights>(0, "it"));
        Assert.Equal(Signed.Low, serializer.Convert<Signed>(-128, "it"));
        Refuses<Colour>(serializer, 99, "expected one of 0, 1, 2, 3, got number 99.");
        Refuses<Colour>(serializer, -1, "got number -1.");
        Refuses<Colour>(serializer, 0.5, "got number 0.5.");
        Refuses<Colour>(serializer, double.NaN, "got number NaN.");
        Refuses<Colour>(serializer, 4294967296.0, "got number 4294967296.");
        Refuses<Colour>(serializer, "red", "got string 'red'.");
        Refuses<Colour>(serializer, "1", "got string '1'.");
        Refuses<Rights>(serializer, 8, "got number 8.");
        Refuses<Signed>(serializer, 128, "got number 128.");
    }

    [Fact]
    public void Numbers_beyond_53_bits_keep_all_of_them()
    {
        var serializer = With(json => json.Converters.Clear());
        var huge = new BigInteger((1UL << 63) + 1);
        Assert.Equal(huge, serializer.ToIpcValue(Large.Huge));
        Assert.Equal(1, serializer.ToIpcValue(Large.Small));
        Assert.Equal(Large.Huge, serializer.Convert<Large>(huge, "it"));
        Refuses<Large>(serializer, 9223372036854775808.0, "got number 9223372036854776000.");
    }

    [Fact]
    public void Where_both_are_allowed_both_are_strict()
    {
        var serializer = With(json => json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper)), clears: true);
        Assert.Equal("DARK_BLUE", serializer.ToIpcValue(Colour.DarkBlue));
        Assert.Equal(Colour.DarkBlue, serializer.Convert<Colour>("DEEP_BLUE", "it"));
        Assert.Equal(Colour.DarkBlue, serializer.Convert<Colour>(2, "it"));
        Refuses<Colour>(serializer, 99, "got number 99.");
        Refuses<Colour>(serializer, "2", "got string '2'.");
        Refuses<Colour>(serializer, "dark_blue", "got string 'dark_blue'.");
    }

    [Fact]
    public void Within_json_enums_are_as_strict()
    {
        const string place = " does not fit at $.";
        foreach (var (member, value) in ((string, IpcValue)[])
        [
            ("colour", "green, darkBlue"), ("colour", "Red"), ("colour", " red"), ("colour", "1"), ("colour", 1), ("named", "red, green"), ("named", 99),
            ("named", "red"), ("named", "Red, Green"), ("nullable", "Red, Green"), ("nullable", 7), ("keys", new IpcObject { ["Red"] = 1 }),
            ("keys", new IpcObject { ["red, green"] = 1 }), ("many", new IpcArray { "red", "green, darkBlue" }),
        ])
        {
            LeafConversionTests.AssertRefused<Filled>(new IpcObject { [member] = value }, place);
        }

        var filled = Codec.Bind<Filled>(new IpcObject
        {
            ["colour"] = "deepBlue",
            ["named"] = "Green",
            ["nullable"] = "light blue",
            ["keys"] = new IpcObject { ["light blue"] = 1 },
            ["many"] = new IpcArray { "red" },
            ["number"] = "5",
        })!;
        Assert.Equal((Colour.DarkBlue, Colour.Green, Colour.LightBlue, 5), (filled.Colour, filled.Named, filled.Nullable, filled.Number));
        Assert.Equal(Colour.LightBlue, Assert.Single(filled.Keys).Key);
        var back = Codec.Serializer.ToIpcValue(filled);
        Assert.Equal("darkBlue", back["colour"]);
        Assert.Equal("Green", back["named"]);
        Assert.Equal(1, back["keys"]["light blue"]);
    }

    [Theory]
    [InlineData("DarkBlue", Colour.DarkBlue)]
    [InlineData("2", Colour.DarkBlue)]
    [InlineData("0", Colour.Red)]
    public void Within_json_numbers_and_names_are_keys_where_enums_are_numbers(string key, Colour expected)
        => Assert.Equal(
            expected,
            Assert.Single(With(json => json.Converters.Clear()).Convert<Filled>(new IpcObject { ["keys"] = new IpcObject { [key] = 1 } }, "it")!.Keys).Key);

    [Theory]
    [InlineData("99")]
    [InlineData("darkBlue")]
    [InlineData("02")]
    [InlineData("2.0")]
    [InlineData("-1")]
    public void Within_json_no_other_text_is_a_key(string key)
        => Refuses<Filled>(With(json => json.Converters.Clear()), new IpcObject { ["keys"] = new IpcObject { [key] = 1 } }, ".");

    [Fact]
    public void Members_with_a_converter_are_as_strict()
    {
        Assert.Equal(Colour.Green, Codec.Bind<Attributed>(new IpcObject { ["colour"] = "Green" })!.Colour);
        Assert.Equal(Colour.Green, Codec.Bind<Attributed>(new IpcObject { ["colour"] = 1 })!.Colour);
        Assert.Null(Codec.Bind<Attributed>(new IpcObject { ["maybe"] = IpcValue.Null })!.Maybe);
        Assert.Equal(Colour.Green, Codec.Bind<Attributed>(new IpcObject { ["maybe"] = "Green" })!.Maybe);
        foreach (var value in (IpcValue[])["green", "Red, Green", " Red", 99, ""])
        {
            LeafConversionTests.AssertRefused<Attributed>(new IpcObject { ["colour"] = value }, " at $.colour: ");
            LeafConversionTests.AssertRefused<Attributed>(new IpcObject { ["maybe"] = value }, " at $.maybe: ");
        }
    }

    [Fact]
    public void A_converter_of_the_app_decides_for_itself()
    {
        var serializer = With(json => json.Converters.Insert(0, new OpenConverter()));
        Assert.Equal((Open)7, serializer.Convert<Open>("seven", "it"));
        Refuses<Open>(serializer, "six", "got string 'six'.");
    }

    private static IpcSerializer With(Action<JsonSerializerOptions> change, bool clears = false)
    {
        var options = new IpcSerializerOptions();
        if (clears)
        {
            options.JsonSerializerOptions.Converters.Clear();
        }

        change(options.JsonSerializerOptions);
        return new IpcSerializer(options);
    }

    private static void Refuses<T>(IpcSerializer serializer, IpcValue value, string ending)
        => Assert.EndsWith(ending, Assert.Throws<IpcBindingException>(() => serializer.Convert<T>(value, "it")).Message, StringComparison.Ordinal);

    /// <summary>System.Text.Json reads it as a whole, for the sake of its numbers.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public sealed class Filled
    {
        public Colour Colour { get; set; }

        [JsonConverter(typeof(JsonStringEnumConverter))]
        public Colour Named { get; set; }

        public Colour? Nullable { get; set; }

        public Dictionary<Colour, int> Keys { get; set; } = [];

        public List<Colour> Many { get; set; } = [];

        public int Number { get; set; }
    }

    public sealed class Attributed
    {
        [JsonConverter(typeof(JsonStringEnumConverter))]
        public Colour Colour { get; set; }

        [JsonConverter(typeof(JsonStringEnumConverter))]
        public Colour? Maybe { get; set; }
    }

    public sealed class OpenConverter : JsonConverter<Open>
    {
        public override Open Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => reader.GetString() == "seven" ? (Open)7 : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Open value, JsonSerializerOptions options)
            => writer.WriteStringValue(value == Open.None ? "none" : "seven");
    }
}
