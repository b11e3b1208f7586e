using System.Buffers;
using System.Text;
using System.Text.Json;
using IpcApp.Internal.Recording;
using IpcApp.Testing.Internal.Recording;
using IpcApp.Tests.Values;

namespace IpcApp.Tests.Testing.Recording;

/// <summary>Values as recordings have them.</summary>
public sealed class RecordedValueTests
{
    [Fact]
    public void Every_value_can_be_read_back()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var value = new RandomValues(seed, Enum.GetValues<IpcArrayBufferViewKind>()).Next();
            var back = new ValueReader(null).Read(ValueJson.Of(value, isRedacted: false));
            Assert.True(IpcValue.DeepEquals(value, back), $"Seed {seed}: {value} came back as {back}");
        }
    }

    [Fact]
    public void A_made_up_value_has_the_shape_of_the_recorded_one()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var value = new RandomValues(seed, Enum.GetValues<IpcArrayBufferViewKind>()).Next();
            var shape = ValueJson.Of(value, isRedacted: true);
            var madeUp = ValueJson.Of(new ValueReader(new MadeUpValues(seed).For).Read(shape), isRedacted: true);
            Assert.Empty(new ValueComparison(isRedacted: true, static _ => false).Compare(shape, madeUp));
        }
    }

    [Theory]
    [InlineData("3f2504e0-4f89-11d3-9a0c-0305e82c3301", "uuid #1")]
    [InlineData("2026-05-17", "date-text #1")]
    [InlineData("2026-05-17T10:00:00.000Z", "time-text #1")]
    [InlineData("12.50", "number-text #1")]
    [InlineData("https://example.com/a?b", "uri-text #1")]
    [InlineData("Hello", "string(5) #1")]
    [InlineData("", "string(0)")]
    public void Forms_of_strings_are_told_and_made_again(string text, string expected)
    {
        Assert.Equal(expected, Redacted(text));
        var shape = RedactedValue.Parse(expected)!.Value;
        var other = new MadeUpValues(1).For(shape);
        Assert.Equal(shape, new Redactor().Describe(other));
    }

    [Theory]
    [InlineData(7, "whole(1) #1")]
    [InlineData(int.MaxValue, "whole(10) #1")]
    [InlineData(int.MaxValue + 1.0, "large(10) #1")]
    [InlineData(-70, "negative(2) #1")]
    [InlineData(-1e15, "large-negative(16) #1")]
    [InlineData(0.5, "fraction")]
    [InlineData(double.PositiveInfinity, "not-finite")]
    public void Forms_of_numbers_are_told_and_made_again(double number, string expected)
    {
        Assert.Equal(expected, Redacted(number));
        var shape = RedactedValue.Parse(expected)!.Value;
        Assert.Equal(shape.Form, new Redactor().Describe(new MadeUpValues(1).For(shape)).Form);
    }

    [Fact]
    public void The_same_seed_makes_the_same_values()
    {
        var shapes = new[] { "string(9) #1", "whole(3) #2", "uuid #3", "date", "Uint8Array(4)", "string(9) #4" };
        string Make(int seed)
        {
            var values = new MadeUpValues(seed);
            return string.Join(' ', shapes.Select(shape => ValueJson.Of(values.For(RedactedValue.Parse(shape)!.Value), isRedacted: false)));
        }

        Assert.Equal(Make(7), Make(7));
        Assert.NotEqual(Make(7), Make(8));
    }

    [Fact]
    public void A_long_list_is_told_by_its_first_elements()
    {
        var list = new IpcArray(Enumerable.Range(0, 100_000).Select(i => (IpcValue)new IpcObject { ["id"] = i }));
        var shape = ValueJson.Of(list, isRedacted: true);
        Assert.True(shape.GetRawText().Length < 4000);
        var madeUp = (IpcArray)new ValueReader(new MadeUpValues(1).For).Read(shape);
        Assert.Equal(100_000, madeUp.Length);
        Assert.IsType<IpcNumber>(madeUp[99_999]["id"]);
    }

    [Theory]
    [InlineData("title", "title", true)]
    [InlineData("title", "titles", false)]
    [InlineData("notes[*].id", "notes[12].id", true)]
    [InlineData("notes[*].id", "notes.id", false)]
    [InlineData("**.id", "id", true)]
    [InlineData("**.id", "[0].notes[3].id", true)]
    [InlineData("[0].**.id", "[0].a.b.id", true)]
    [InlineData("[0].**.id", "[1].a.b.id", false)]
    public void Paths_have_stars(string pattern, string path, bool matches)
    {
        ValueStep? place = null;
        foreach (var step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            place = step[0] == '[' ? new ValueStep(place, step[1..^1], true) : new ValueStep(place, step, false);
        }

        Assert.Equal(path, place!.ToString());
        Assert.Equal(matches, PathPattern.Parse(pattern).Matches(place));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[x]")]
    [InlineData("a..b")]
    [InlineData("a[1")]
    public void What_is_no_path_is_refused(string path)
    {
        var error = Assert.Throws<ArgumentException>(() => PathPattern.Parse(path));
        Assert.StartsWith($"'{path}' is not a path. Write one such as title,", error.Message, StringComparison.Ordinal);
    }

    private static string Redacted(IpcValue value) => new Redactor().Describe(value).ToString();
}
