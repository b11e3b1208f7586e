using SampleApp._1.Handlers;
using Microsoft.Extensions.DependencyInjection;

namespace SampleApp._1.Tests.Docs;

/// <summary>The code of docs/guide/testing.md: pages, windows and single events.</summary>
public sealed class PagesTests : IpcAppTest<Program>
{
    [Fact]
    public async Task A_draft_is_acknowledged()
    {
        var page = Page;

        page.Send("notes:draft", "Hello");

        Assert.Equal(5, await page.NextAsync<int>("notes:draft-saved"));
    }

    [Fact]
    public void Frames_come_and_go()
    {
        var app = App;

        var window = app.OpenWindow(subFrames: true);
        var iframe = window.MainFrame.AddFrame("app://local/preview.html", name: "preview");
        var advertisement = window.MainFrame.AddFrame("https://ads.example/");
        var sandboxed = window.MainFrame.AddFrame("about:srcdoc", origin: "null");

        window.MainFrame.Navigate("app://local/other.html");        // waiting calls never settle, tokens of handlers fire
        window.MainFrame.NavigateInPage("app://local/#part");       // history.pushState and the like: the document stays
        window.MainFrame.SetName("editor");                         // window.name: the app learns of it with the next message
        var leaving = window.MainFrame.Detach("app://local/");      // the old document, still unloading: what it sends comes from a detached frame
        leaving.Remove();
        window.Crash();
        window.Reload();
        window.Close();

        Assert.True(window.IsClosed);
        Assert.Equal(["app://local", "https://ads.example", "null"], new[] { iframe, advertisement, sandboxed }.Select(frame => frame.Origin));
    }

    [Fact]
    public async Task Dialogs_and_menus_have_somebody_in_front_of_them()
    {
        var app = App;
        var opened = new TaskCompletionSource<IReadOnlyList<string>>();
        var open = new MenuItem { Label = "Open…", Click = async _ => opened.SetResult((await Dialog.ShowOpenDialogAsync()).FilePaths) };
        await app.Services.GetRequiredService<IMenu>().SetApplicationMenuAsync(
            [new MenuItem { Label = "File", Submenu = [open] }], TestContext.Current.CancellationToken);

        app.Dialog.Choose("/home/ada/notes.txt");
        app.Menu.Find("File", "Open…").Click();

        Assert.Equal(["/home/ada/notes.txt"], await opened.Task);
    }

    private IDialog Dialog => App.Services.GetRequiredService<IDialog>();

    [Fact]
    public void One_method_alone()
    {
        var e = FakeIpcMainEvent.For("notes:draft").From(FakeSender.OwnIframe).Build();

        new NotesHandler(new NoteStore(TimeProvider.System)).Draft(e, "Hello");

        Assert.Equal(5, e.RepliesOn("notes:draft-saved").Single().Get<int>(0));
    }
}
