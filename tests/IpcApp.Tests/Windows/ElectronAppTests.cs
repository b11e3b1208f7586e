using IpcApp.TestApp;
using IpcApp.Testing;
using IpcApp.Tests.Dispatch;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Windows;

/// <summary>What a person wants of the app from outside of its windows.</summary>
public sealed class ElectronAppTests : WindowTest
{
    private readonly List<string> _heard = [];

    private IElectronApp Electron => Get<IElectronApp>();

    [Fact]
    public async Task A_second_start_tells_its_arguments_and_place()
    {
        Electron.SecondInstance += (_, e) => _heard.Add($"{string.Join(',', e.Arguments)} in {e.WorkingDirectory}");

        App.StartAgain(["--new", "notes.txt"], "/home/ada");
        App.StartAgain([]);
        await App.WhenIdleAsync();

        Assert.Equal(["--new,notes.txt in /home/ada", $" in {Environment.CurrentDirectory}"], _heard);
    }

    [Fact]
    public async Task Files_and_links_come_in_order()
    {
        Electron.OpenFile += (_, e) => _heard.Add(e.Path);
        Electron.OpenUrl += (_, e) => _heard.Add(e.Url);

        App.OpenFile("/home/ada/notes.txt");
        App.OpenUrl("myapp://not a url");
        App.OpenFile("/home/ada/more.txt");
        await App.WhenIdleAsync();

        Assert.Equal(["/home/ada/notes.txt", "myapp://not a url", "/home/ada/more.txt"], _heard);
    }

    [Fact]
    public async Task A_subscriber_that_fails_is_logged_and_the_next_event_comes()
    {
        Electron.OpenUrl += (_, e) =>
        {
            _heard.Add(e.Url);
            throw new InvalidOperationException("no such page");
        };

        App.OpenUrl("myapp://a");
        App.OpenUrl("myapp://b");
        await App.WhenIdleAsync();

        Assert.Equal(["myapp://a", "myapp://b"], _heard);
        Assert.Equal(2, App.Logs.Count(entry => entry.Message.Contains("A subscriber of IElectronApp.OpenUrl failed", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_the_app_was_started_with_is_there_from_the_beginning()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(new() { Args = ["--Store:Folder=elsewhere", "notes.txt"] });

        var electron = app.Services.GetRequiredService<IElectronApp>();

        Assert.Equal(["--Store:Folder=elsewhere", "notes.txt"], electron.Arguments);
        Assert.Equal(Environment.CurrentDirectory, electron.WorkingDirectory);
    }
}
