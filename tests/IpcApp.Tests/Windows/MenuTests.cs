using IpcApp.Testing;

namespace IpcApp.Tests.Windows;

/// <summary>Menus and the clicks on them.</summary>
public sealed class MenuTests : WindowTest
{
    private readonly List<string> _clicked = [];

    private CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IMenu Menu => Get<IMenu>();

    [Fact]
    public async Task A_click_runs_what_the_item_does()
    {
        MenuItemClick? click = null;
        var item = new MenuItem("Open", e => click = e) { Id = "open", Accelerator = "CmdOrCtrl+O" };
        await Menu.SetApplicationMenuAsync([new MenuItem("File", [item, MenuItem.Separator, new MenuItem { Role = "quit" }])], Cancellation);
        var shown = App.Menu.Find("File", "Open");
        Assert.Same(shown, App.Menu.FindById("open"));
        Assert.Equal("CmdOrCtrl+O", shown.Accelerator);
        Assert.Equal([MenuItemType.Normal, MenuItemType.Separator, MenuItemType.Normal], App.Menu.Items[0].Submenu.Select(each => each.Type));
        Assert.Equal("quit", App.Menu.Items[0].Submenu[2].Role);
        shown.Click(Page.Window);
        await App.WhenIdleAsync();
        Assert.Equal(new MenuItemClick(item, Windows.FromName("main"), false), click);
    }

    [Fact]
    public async Task Clicks_run_in_their_order_and_a_failure_stops_none()
    {
        var gate = new TaskCompletionSource();
        await Menu.SetApplicationMenuAsync(
            [
                Item("slow", async () => await gate.Task),
                Item("fails", () => throw new InvalidOperationException("in a handler")),
                Item("last", () => Task.CompletedTask),
            ],
            Cancellation);
        App.Menu.Find("fails").Click();
        for (var i = 0; i < 100; i++)
        {
            App.Menu.Find("slow").Click();
            App.Menu.Find("last").Click();
        }

        gate.SetResult();
        await App.WhenIdleAsync();
        Assert.Equal(["fails", .. Enumerable.Repeat<string[]>(["slow", "last"], 100).SelectMany(each => each)], _clicked);
    }

    [Fact]
    public async Task A_checkbox_tells_its_new_state()
    {
        var states = new List<bool>();
        var item = new MenuItem("Dark", e => states.Add(e.Checked)) { Type = MenuItemType.Checkbox, Checked = true };
        await Menu.SetApplicationMenuAsync([item], Cancellation);
        App.Menu.Find("Dark").Click();
        App.Menu.Find("Dark").Click();
        await App.WhenIdleAsync();
        Assert.Equal([false, true], states);
    }

    [Fact]
    public async Task A_menu_replaces_the_one_before_and_null_removes_it()
    {
        await Menu.SetApplicationMenuAsync([Item("old", () => Task.CompletedTask)], Cancellation);
        var old = App.Menu.Find("old");
        await Menu.SetApplicationMenuAsync([Item("new", () => Task.CompletedTask)], Cancellation);
        old.Click(); // nobody can any more, and nothing comes of it
        App.Menu.Find("new").Click();
        await App.WhenIdleAsync();
        Assert.Equal(["new"], _clicked);
        await Menu.SetApplicationMenuAsync(null, Cancellation);
        Assert.Empty(App.Menu.Items);
    }

    [Fact]
    public async Task A_window_can_have_a_menu_of_its_own()
    {
        var window = Windows.FromName("main")!;
        await window.SetMenuAsync([Item("own", () => Task.CompletedTask)], Cancellation);
        Assert.Empty(App.Menu.Items);
        Page.Window.Menu.Find("own").Click(Page.Window);
        await App.WhenIdleAsync();
        Assert.Equal(["own"], _clicked);
    }

    [Fact]
    public async Task An_impossible_item_is_refused_with_Electrons_text()
    {
        var nothing = await Assert.ThrowsAsync<ArgumentException>(() => Menu.SetApplicationMenuAsync([new MenuItem("x", [new()])], Cancellation));
        Assert.Equal("Invalid template for MenuItem: must have at least one of label, role or type", nothing.Message);
        var empty = new MenuItem { Label = "x", Type = MenuItemType.Submenu };
        Assert.Equal(
            "Invalid submenu",
            (await Assert.ThrowsAsync<ArgumentException>(() => Menu.SetApplicationMenuAsync([empty], Cancellation))).Message);
    }

    [Fact]
    public async Task What_a_person_cannot_do_a_test_cannot_do()
    {
        await Menu.SetApplicationMenuAsync(
            [
                new MenuItem("off", _ => { }) { Enabled = false },
                new MenuItem("hidden", _ => { }) { Visible = false },
                new MenuItem { Label = "idle" },
            ],
            Cancellation);
        Assert.Equal(
            "The menu item 'off' is disabled, so it cannot be clicked.",
            Assert.Throws<InvalidOperationException>(() => App.Menu.Find("off").Click()).Message);
        Assert.Throws<InvalidOperationException>(() => App.Menu.Find("hidden").Click());
        Assert.Throws<InvalidOperationException>(() => App.Menu.Find("idle").Click());
        Assert.Equal(
            "No menu item is labelled 'none' in 'none'. There are: 'off', 'hidden', 'idle'. (Parameter 'labels')",
            Assert.Throws<ArgumentException>(() => App.Menu.Find("none")).Message);
    }

    private MenuItem Item(string label, Func<Task> run) => new(label, _ =>
    {
        _clicked.Add(label);
        return run();
    });
}
