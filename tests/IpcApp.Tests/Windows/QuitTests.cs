using IpcApp.TestApp;
using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IpcApp.Tests.Windows;

/// <summary>The end of the app as tests can act it out; <c>QuittingScenarios</c> of the conformance suite hold it to real renderers.</summary>
public sealed class QuitTests
{
    [Fact]
    public async Task A_person_quits_and_a_window_that_cannot_be_closed_cancels()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var other = app.OpenWindow();
        app.Windows[0].IsClosable = false;
        Assert.False(app.Quit());
        Assert.True(other.IsClosed);
        Assert.False(IsEnding(app));

        app.Windows[0].IsClosable = true;
        var ending = WhenEndingAsync(app);
        Assert.True(app.Quit());
        await ending;
    }

    [Fact]
    public async Task A_page_that_objects_cancels()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        app.Windows[0].BeforeUnload = FakeBeforeUnload.Stay;
        Assert.False(app.Quit());
        Assert.False(app.Windows[0].IsClosed);
        Assert.False(IsEnding(app));
    }

    [Fact]
    public async Task The_menu_role_quit_quits()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        await app.Services.GetRequiredService<IMenu>().SetApplicationMenuAsync(
            [new MenuItem { Role = "quit", Label = "Quit" }], TestContext.Current.CancellationToken);
        var ending = WhenEndingAsync(app);
        app.Menu.Find("Quit").Click();
        await ending;
    }

    [Theory]
    [InlineData(FakeUnresponsiveChoice.Close)]
    [InlineData(FakeUnresponsiveChoice.Wait)]
    public async Task A_page_that_does_not_answer_is_closed_if_the_person_says_so(FakeUnresponsiveChoice choice)
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        (app.Windows[0].BeforeUnload, app.Windows[0].UnresponsiveChoice) = (FakeBeforeUnload.NoAnswer, choice);
        Assert.Equal(choice == FakeUnresponsiveChoice.Close, app.Quit());
        var warnings = app.Logs.Count(entry => entry.Message.StartsWith("The page of window 'main' did not answer", StringComparison.Ordinal));
        Assert.Equal(choice == FakeUnresponsiveChoice.Close ? 1 : 0, warnings);
    }

    [Fact]
    public async Task The_app_lives_on_without_windows_if_the_setting_says_so()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(new IpcTestAppOptions { Args = ["--IpcApp:QuitWhenAllWindowsClosed=false"] });
        app.Windows[0].Close();
        Assert.False(IsEnding(app));
        var ending = WhenEndingAsync(app);
        Assert.True(await app.Services.GetRequiredService<IElectronApp>().QuitAsync(TestContext.Current.CancellationToken));
        await ending;
    }

    [Fact]
    public async Task Activating_the_app_opens_the_windows_of_the_settings_if_none_is_open()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(new IpcTestAppOptions { Args = ["--IpcApp:QuitWhenAllWindowsClosed=false"] });
        app.Activate();
        Assert.Single(app.Windows);
        app.Windows[0].Close();
        app.Activate();
        Assert.Equal("main", Assert.Single(app.Windows).Name);
    }

    [Fact]
    public async Task A_subscriber_of_Activate_decides_instead()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(new IpcTestAppOptions { Args = ["--IpcApp:QuitWhenAllWindowsClosed=false"] });
        var seen = new List<bool>();
        app.Services.GetRequiredService<IElectronApp>().Activate += (_, e) => seen.Add(e.HasVisibleWindows);
        app.Activate();
        app.Windows[0].Close();
        app.Activate();
        await app.WhenIdleAsync();
        Assert.Equal([true, false], seen);
        Assert.Empty(app.Windows);
    }

    [Fact]
    public async Task Without_a_host_quitting_stops_the_app()
    {
        await using var app = IpcApplication.CreateBuilder(["--IpcApp:Host=none"]).Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        Assert.True(await app.Services.GetRequiredService<IElectronApp>().QuitAsync(TestContext.Current.CancellationToken));
        Assert.True(app.Lifetime.ApplicationStopping.IsCancellationRequested);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    private static IHostApplicationLifetime Lifetime(IpcTestApp app) => app.Services.GetRequiredService<IHostApplicationLifetime>();

    private static bool IsEnding(IpcTestApp app) => Lifetime(app).ApplicationStopping.IsCancellationRequested;

    private static async Task WhenEndingAsync(IpcTestApp app)
    {
        var ending = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Lifetime(app).ApplicationStopping.Register(() => ending.TrySetResult());
        await ending.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }
}
