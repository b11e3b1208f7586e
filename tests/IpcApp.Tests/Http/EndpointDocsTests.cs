using System.Net.Http.Json;
using IpcApp.TestApp.Docs;
using IpcApp.Testing;

namespace IpcApp.Tests.Http;

/// <summary>What <c>docs/guide/endpoints.md</c> shows works; <c>IpcApp.Docs.Tests</c> holds that the page shows it as it is.</summary>
public sealed class EndpointDocsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_adds_a_note()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(new() { Args = ["--Endpoints=docs"] });
        using var page = app.CreateClient();
        page.DefaultRequestHeaders.Add("X-IpcApp", "1");
        await page.PostAsJsonAsync("api/notes", new Note("Milk"), Cancellation);
        Assert.Equal([new Note("Milk")], await page.GetFromJsonAsync<List<Note>>("api/notes", Cancellation));
    }

    [Fact]
    public async Task A_page_hears_of_added_notes()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(new() { Args = ["--Endpoints=docs"] });
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
}
