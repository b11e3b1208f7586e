using IpcApp.Infrastructure;
using IpcApp.Internal.Wire;
using IpcApp.TestApp;
using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IpcApp.Tests.Dispatch;

/// <summary>Starting and ending of an app under test.</summary>
public sealed class AppLifetimeTests
{
    [Fact]
    public async Task Closing_the_last_window_ends_the_app()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var ended = new TaskCompletionSource();
        app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped.Register(ended.SetResult);
        app.Window("main").Close();
        await ended.Task;
    }

    [Fact]
    public async Task What_keeps_the_app_from_starting_is_thrown_as_it_is()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => IpcTestApp.StartAsync<Program>(new() { Args = ["--FailToStart=broken"] }));
        Assert.Equal("The lamp is broken", error.Message);
    }

    [Fact]
    public async Task A_second_handler_for_a_channel_is_one_error_that_names_both()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => IpcTestApp.StartAsync<Program>(
            services => IpcHandlerServices.AddRegistration(services, new IpcRegistration
            {
                Channel = "echo:sum",
                Kind = IpcRegistrationKind.Handle,
                DisplayName = "OtherHandler.Sum",
                Invoker = call => default,
            })));
        Assert.Equal(
            "Attempted to register a second handler for 'echo:sum': EchoHandler.Sum handles the channel, and OtherHandler.Sum would too. "
            + "Rename or remove one of them.",
            error.Message);
    }

    [Fact]
    public async Task Settings_can_be_changed_in_code()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(services => services.Configure<IpcAppOptions>(options =>
        {
            options.Windows["first"] = new IpcWindowOptions { Url = "app://local/first.html" };
            options.Windows["second"] = new IpcWindowOptions();
        }));
        Assert.Equal(["first", "second"], app.Windows.Select(window => window.Name));
        Assert.Equal("app://local/first.html", app.Window("first").MainFrame.Url);
    }

    [Fact]
    public async Task What_is_unsafe_is_refused_wherever_it_was_set()
        => Assert.Contains("IpcApp:Windows:evil:Url", (await Assert.ThrowsAnyAsync<Exception>(() => IpcTestApp.StartAsync<Program>(
            services => services.Configure<IpcAppOptions>(options => options.Windows["evil"] = new IpcWindowOptions { Url = "https://example.com/" }))))
            .Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task A_page_that_closes_with_the_last_window_can_still_save()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var saved = new TaskCompletionSource<bool>();
        var window = app.Window("main");
        app.Services.GetRequiredService<IIpcMain>().On<string>("save", async (e, text) =>
        {
            window.Close();
            await Task.Yield();
            saved.SetResult(e.Aborted.IsCancellationRequested);
        });
        window.MainFrame.Send("save", "draft");
        Assert.False(await saved.Task);
    }

    [Fact]
    public async Task User_code_that_fails_when_a_window_closes_leaves_the_app_alive()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var window = app.OpenWindow();
        var cancelled = new TaskCompletionSource();
        var destroyed = new TaskCompletionSource();
        app.Services.GetRequiredService<IIpcMain>().Handle("wait", async e =>
        {
            e.Aborted.Register(() =>
            {
                cancelled.SetResult();
                throw new InvalidOperationException("in a callback");
            });
            await app.Services.GetRequiredService<CallLog>().Gate.Task;
        });
        var contents = app.Services.GetRequiredService<IWebContentsRegistry>().FromId(window.Id)!;
        contents.Destroyed += (_, _) =>
        {
            destroyed.SetResult();
            throw new InvalidOperationException("in a subscriber");
        };
        _ = window.MainFrame.InvokeAsync("wait");
        window.Close();
        await cancelled.Task;
        await destroyed.Task;
        Assert.Equal(3, await app.Window("main").MainFrame.InvokeAsync<int>("echo:sum", 1, 2));
        app.Services.GetRequiredService<CallLog>().Gate.SetResult();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Developer_tools_are_for_development(bool isDevelopment)
    {
        using var payload = ControlMessage.Window("main", new IpcWindowOptions(), showWindows: true, devTools: isDevelopment).ToPayload();
        var json = System.Text.Json.JsonDocument.Parse(payload.WrittenMemory).RootElement;
        Assert.Equal(isDevelopment, json.GetProperty("options").GetProperty("devTools").GetBoolean());
    }
}
