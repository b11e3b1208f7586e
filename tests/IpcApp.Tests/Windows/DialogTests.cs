using IpcApp.Testing;

namespace IpcApp.Tests.Windows;

/// <summary>Dialogs, and the person in front of them.</summary>
public sealed class DialogTests : WindowTest
{
    private CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IDialog Dialog => Get<IDialog>();

    [Fact]
    public async Task What_a_person_chooses_is_the_result()
    {
        App.Dialog.Choose("/a.txt", "/b.txt");
        App.Dialog.Cancel();
        var chosen = await Dialog.ShowOpenDialogAsync(cancellationToken: Cancellation);
        Assert.False(chosen.Canceled);
        Assert.Equal(["/a.txt", "/b.txt"], chosen.FilePaths);
        var cancelled = await Dialog.ShowOpenDialogAsync(cancellationToken: Cancellation);
        Assert.True(cancelled.Canceled);
        Assert.Empty(cancelled.FilePaths);
    }

    [Fact]
    public async Task The_options_and_the_window_reach_the_host()
    {
        App.Dialog.Cancel();
        var options = new OpenDialogOptions
        {
            Title = "Pictures",
            DefaultPath = "/home",
            ButtonLabel = "Take",
            Filters = [new FileFilter("Images", "png", "jpg")],
            Properties = OpenDialogProperties.OpenFile | OpenDialogProperties.MultiSelections | OpenDialogProperties.TreatPackageAsDirectory,
        };
        await Dialog.ShowOpenDialogAsync(Windows.FromName("main"), options, Cancellation);
        var request = Assert.Single(App.Dialog.Requests);
        Assert.Equal(FakeDialogKind.Open, request.Kind);
        Assert.Same(Page.Window, request.Window);
        Assert.Equal(("Pictures", "/home", "Take", options.Properties),
            (request.Title, request.DefaultPath, request.ButtonLabel, request.Properties));
        var filter = Assert.Single(request.Filters);
        Assert.Equal("Images", filter.Name);
        Assert.Equal(["png", "jpg"], filter.Extensions);
    }

    [Fact]
    public async Task A_save_dialog_gives_one_path()
    {
        App.Dialog.Choose("/out.txt");
        App.Dialog.Cancel();
        Assert.Equal(new SaveDialogResult(false, "/out.txt"), await Dialog.ShowSaveDialogAsync(cancellationToken: Cancellation));
        var options = new SaveDialogOptions { Title = "Keep" };
        Assert.Equal(new SaveDialogResult(true, ""), await Dialog.ShowSaveDialogAsync(null, options, Cancellation));
        Assert.Equal([(FakeDialogKind.Save, null), (FakeDialogKind.Save, "Keep")],
            App.Dialog.Requests.Select(request => (request.Kind, request.Title)));
    }

    [Fact]
    public async Task A_dialog_that_the_test_did_not_expect_says_what_to_do()
    {
        var error = await Assert.ThrowsAsync<ElectronException>(() => Dialog.ShowOpenDialogAsync(cancellationToken: Cancellation));
        Assert.Equal(
            "The app shows an open dialog, and the test has not said what is chosen in it. Call app.Dialog.Choose(path) or "
            + "app.Dialog.Cancel() before.",
            error.Message);
    }

    [Fact]
    public async Task A_dialog_of_a_closed_window_says_so_in_Electrons_words()
    {
        var window = await Windows.CreateAsync(cancellationToken: Cancellation);
        window.Close();
        var error = await Assert.ThrowsAsync<ObjectDisposedException>(() => Dialog.ShowOpenDialogAsync(window, null, Cancellation));
        Assert.StartsWith("Object has been destroyed", error.Message, StringComparison.Ordinal);
    }
}
