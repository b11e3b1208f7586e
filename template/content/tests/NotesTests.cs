namespace SampleApp._1.Tests;

// The app's own Program runs here, with fake windows in the place of Electron's. What a page would send, the test sends.
public sealed class NotesTests
{
    [Fact]
    public async Task A_note_that_was_added_is_listed()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var page = app.OpenWindow().MainFrame;

        var added = await page.InvokeAsync<Note>("notes:add", new NewNote("Milk"));

        Assert.Equal("Milk", added.Text);
        Assert.Equal([added], await page.InvokeAsync<Note[]>("notes:list"));
    }

    [Fact]
    public async Task A_draft_is_acknowledged_with_its_length()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var page = app.OpenWindow().MainFrame;

        page.Send("notes:draft", "Hello");

        Assert.Equal(5, await page.NextAsync<int>("notes:draft-saved"));
    }

    [Fact]
    public async Task A_failing_handler_rejects_with_its_message()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var page = app.OpenWindow().MainFrame;

        var error = await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync("notes:fail"));

        Assert.Equal("Error invoking remote method 'notes:fail': Error: The note could not be saved", error.Message);
    }

    [Fact]
    public async Task A_foreign_iframe_gets_nothing()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        await app.OpenWindow().MainFrame.InvokeAsync("notes:add", new NewNote("Secret"));
        var advertisement = app.OpenWindow().MainFrame.AddFrame("https://ads.example/");

        await Assert.ThrowsAsync<IpcRendererException>(() => advertisement.InvokeAsync("notes:list"));
    }
}
