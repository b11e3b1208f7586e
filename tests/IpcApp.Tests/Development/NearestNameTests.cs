using IpcApp.Internal.Ground;

namespace IpcApp.Tests.Development;

/// <summary>The name that was probably meant.</summary>
public sealed class NearestNameTests
{
    private static readonly string[] _names = ["notes:add", "notes:draft", "notes:list", "app:version"];

    [Theory]
    [InlineData("notes:ad", "notes:add")]
    [InlineData("notes:dratf", "notes:draft")]
    [InlineData("Notes.Draft", "notes:draft")]
    [InlineData("notes/list", "notes:list")]
    [InlineData("version", null)]
    [InlineData("settings:open", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void Is_found_where_it_is_similar_enough(string name, string? nearest) => Assert.Equal(nearest, NearestName.Find(name, _names));

    [Fact]
    public void Is_the_first_of_several_by_the_alphabet() => Assert.Equal("tab:a", NearestName.Find("tab:x", ["tab:b", "tab:a"]));

    [Fact]
    public void Is_looked_for_in_the_beginnings_of_long_names()
        => Assert.Equal(new string('a', 60_000), NearestName.Find(new string('a', 50_000), [new string('a', 60_000)]));
}
