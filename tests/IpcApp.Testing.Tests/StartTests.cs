using IpcApp.EmptyApp;
using IpcApp.FaultyApp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IpcApp.Testing.Tests;

/// <summary>How an app under test starts, fails and ends.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Settings_hold_while_Main_reads_them_and_beat_what_it_adds()
    {
        await using var app = await IpcTestApp.StartAsync<FaultyMain.Gate>(new()
        {
            Args = ["--Greeting=from the command line"],
            Settings = { ["Greeting"] = "from the test", ["Late"] = "from the test" },
        });
        var page = app.Window("main").MainFrame;
        Assert.Equal("from the test", await page.InvokeAsync<string>("greeting"));
        Assert.Equal("from the test", await page.InvokeAsync<string>("late"));
    }

    [Fact]
    public async Task Settings_are_those_of_the_runtime_too()
    {
        await using var app = await IpcTestApp.StartAsync<EmptyMain>(new()
        {
            Settings = { ["IpcApp:Windows:first:Title"] = "First", ["environment"] = "Testing" },
        });
        Assert.Equal("First", app.Window("first").Title);
        Assert.Equal("Testing", app.Services.GetRequiredService<IHostEnvironment>().EnvironmentName);
    }

    [Theory]
    [InlineData("before-build", "Main failed before it built the app")]
    [InlineData("exit", "The app's Program ended without having started an IpcApplication.")]
    [InlineData("plain-host",
        "The app's Program has started Electron that is no IpcApplication. Name a type of an app that calls IpcApplication.CreateBuilder.")]
    public async Task What_keeps_Main_from_starting_the_app_is_thrown_as_it_is(string fault, string expected)
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => IpcTestApp.StartAsync<FaultyMain.Gate>(new() { Args = [$"--Fault={fault}"] }));
        Assert.Equal(expected, error.Message);
    }

    [Theory]
    [InlineData("after-start", "Main failed after the start")]
    [InlineData("service", "The worker failed")]
    public async Task What_fails_after_the_start_is_thrown_where_the_app_is_disposed(string fault, string expected)
    {
        var app = await IpcTestApp.StartAsync<FaultyMain.Gate>(new() { Args = [$"--Fault={fault}"] });
        app.Services.GetRequiredService<FaultyMain.Gate>().Opened.SetResult();
        Assert.Equal(expected, (await Assert.ThrowsAsync<FormatException>(() => app.DisposeAsync().AsTask())).Message);
        await app.DisposeAsync(); // told once
    }

    [Fact]
    public async Task A_background_service_that_fails_while_the_app_starts_fails_the_test_with_its_own_exception()
    {
        var error = await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await using var app = await IpcTestApp.StartAsync<FaultyMain.Gate>(new()
            {
                Args = ["--Fault=service"],
                ConfigureServices = services => services.AddHostedService(provider =>
                {
                    provider.GetRequiredService<FaultyMain.Gate>().Opened.SetResult();
                    return new SlowStart(provider.GetRequiredService<IHostApplicationLifetime>());
                }),
            });
        });
        Assert.Equal("The worker failed", error.Message);
    }

    [Fact]
    public async Task A_start_that_is_cancelled_ends_the_app()
    {
        using var stop = new CancellationTokenSource();
        var stuck = new StuckStart();
        var start = IpcTestApp.StartAsync<EmptyMain>(new()
        {
            CancellationToken = stop.Token,
            ConfigureServices = services => services.AddHostedService(_ => stuck),
        });
        await stuck.Started.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
        await stuck.Ended.Task;
    }

    [Fact]
    public async Task Twenty_apps_in_one_process_have_nothing_in_common()
    {
        var apps = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => IpcTestApp.StartAsync<FaultyMain.Gate>(new()
        {
            Settings = { ["Greeting"] = $"app {i}" },
        })));
        var greetings = await Task.WhenAll(apps.Select(app => app.Window("main").MainFrame.InvokeAsync<string>("greeting")));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"app {i}"), greetings);
        await Task.WhenAll(apps.Select(app => app.DisposeAsync().AsTask()));
    }

    [Fact]
    public void A_timeout_is_positive_or_infinite()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new IpcTestAppOptions { Timeout = TimeSpan.Zero });
        Assert.Equal(Timeout.InfiniteTimeSpan, new IpcTestAppOptions { Timeout = Timeout.InfiniteTimeSpan }.Timeout);
    }

    [Fact]
    public async Task The_timeout_of_the_options_is_what_waiting_takes()
    {
        await using var app = await IpcTestApp.StartAsync<EmptyMain>(new() { Timeout = TimeSpan.FromMilliseconds(20) });
        var error = await Assert.ThrowsAsync<TimeoutException>(() => app.Window("main").MainFrame.NextAsync("never"));
        Assert.Contains("within 0.02 s", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Starts only when something else has ended the app.</summary>
    private sealed class SlowStart(IHostApplicationLifetime lifetime) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            var stopping = new TaskCompletionSource();
            lifetime.ApplicationStopping.Register(stopping.SetResult);
            return stopping.Task;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class StuckStart : IHostedService
    {
        public TaskCompletionSource Started { get; } = new();

        public TaskCompletionSource Ended { get; } = new();

        public async Task StartAsync(CancellationToken cancellationToken)
        {
            Started.SetResult();
            cancellationToken.Register(Ended.SetResult);
            await Ended.Task;
            cancellationToken.ThrowIfCancellationRequested();
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
