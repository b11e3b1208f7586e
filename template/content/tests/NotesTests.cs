using SampleApp._1.Handlers;

namespace SampleApp._1.Tests;

// Each test gets the app's own Program, with fake windows in the place of Electron's. What a page would send, the test sends.
public sealed class NotesTests : IpcAppTest<Program>
{
    [Fact]
    public async Task A_note_that_was_added_is_listed()
    {
        var added = await Page.InvokeAsync<Note>("notes:add", new NewNote("Milk"));

        Assert.Equal([added], await Page.InvokeAsync<Note[]>("notes:list"));
    }

    [Fact]
    public async Task A_draft_is_acknowledged_with_its_length()
    {
        Page.Send("notes:draft", "Hello");

        Assert.Equal(5, await Page.NextAsync<int>("notes:draft-saved"));
    }

    [Fact]
    public async Task A_failing_handler_rejects_with_its_message()
    {
        var error = await Assert.ThrowsAsync<IpcRendererException>(() => Page.InvokeAsync("notes:fail"));

        Assert.Equal("Error invoking remote method 'notes:fail': Error: The note could not be saved", error.Message);
    }

    // One method alone, without an app: the event records what the handler does with it.
    [Fact]
    public void A_draft_is_answered_to_its_sender()
    {
        var e = new FakeIpcMainEvent("notes:draft");

        new NotesHandler(new NoteStore(TimeProvider.System)).Draft(e, "Hello");

        Assert.Equal(5, e.RepliesOn("notes:draft-saved").Single().Get<int>(0));
    }
}
