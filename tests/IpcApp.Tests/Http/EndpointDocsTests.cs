using System.Net.Http.Json;
using IpcApp.TestApp.Docs;
using IpcApp.Testing;

namespace IpcApp.Tests.Http;

/// <summary>What <c>docs/endpoints.md</c> shows is compiled, works, and is shown as it is.</summary>
public sealed class EndpointDocsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_adds_a_note()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(args: ["--Endpoints=docs"]);
        #region test
        using var page = app.CreateClient();
        page.DefaultRequestHeaders.Add("X-IpcApp", "1");
        await page.PostAsJsonAsync("api/notes", new Note("Milk"), Cancellation);
        Assert.Equal([new Note("Milk")], await page.GetFromJsonAsync<List<Note>>("api/notes", Cancellation));
        #endregion
    }

    [Fact]
    public async Task A_page_hears_of_added_notes()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(args: ["--Endpoints=docs"]);
        using var page = app.CreateClient();
        page.DefaultRequestHeaders.Add("X-IpcApp", "1");
        using var events = new StreamReader(await page.GetStreamAsync("api/notes/added", Cancellation));
        Assert.Equal("event: ready", await events.ReadLineAsync(Cancellation));
        await page.PostAsJsonAsync("api/notes", new Note("Milk"), Cancellation);
        string? line;
        while ((line = await events.ReadLineAsync(Cancellation)) != """data: {"text":"Milk"}""")
        {
            Assert.NotNull(line);
        }
    }

    [Theory]
    [InlineData("EndpointSamples.cs", "map")]
    [InlineData("EndpointDocsTests.cs", "test")]
    public void The_page_shows_the_code_as_it_is(string source, string region)
        => Assert.Contains(Region(source, region), Read("endpoints.md"), StringComparison.Ordinal);

    /// <summary>The lines of a region, without what they are indented by.</summary>
    private static string Region(string source, string name)
    {
        var lines = Read(source).Split('\n');
        var first = Array.FindIndex(lines, line => line.Trim() == $"#region {name}") + 1;
        var last = Array.FindIndex(lines, first, line => line.Trim() == "#endregion");
        var indent = lines[first].TakeWhile(c => c == ' ').Count();
        return string.Join('\n', lines[first..last].Select(line => line.Length < indent ? line : line[indent..]));
    }

    private static string Read(string file)
        => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", file)).ReplaceLineEndings("\n");
}
