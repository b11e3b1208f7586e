using IpcApp.EmptyApp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IpcApp.Testing.Tests;

/// <summary>A port that the app's code makes knows whose it is, although other apps run in the process.</summary>
public sealed class PortsOfTheirAppTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public async Task What_fails_at_a_port_of_a_handler_is_told_to_the_handlers_own_app(int? seed)
    {
        await using var app = await IpcTestApp.StartAsync<EmptyMain>(new IpcTestAppOptions { Seed = seed });
        await using var other = await IpcTestApp.StartAsync<EmptyMain>(); // ports of nobody's code are its own: it started last
        app.Services.GetRequiredService<IIpcMain>().On("open", (_, _) => Fail());
        app.Window("main").MainFrame.Send("open");
        await app.WhenIdleAsync();
        Assert.Equal("no listener for this", Assert.Single(app.TakeErrors()).Exception!.Message);
        Assert.Empty(other.TakeErrors());
    }

    [Fact]
    public async Task So_is_what_fails_at_a_port_of_a_service()
    {
        await using var app = await IpcTestApp.StartAsync<EmptyMain>(services => services.AddHostedService<PortService>());
        await using var other = await IpcTestApp.StartAsync<EmptyMain>();
        var service = app.Services.GetServices<IHostedService>().OfType<PortService>().Single();
        service.Go.SetResult();
        await service.ExecuteTask!;
        await app.WhenIdleAsync();
        Assert.Equal("no listener for this", Assert.Single(app.TakeErrors()).Exception!.Message);
        Assert.Empty(other.TakeErrors());
    }

    private static void Fail()
    {
        var channel = new MessageChannelMain();
        channel.Port1.Message += (_, _) => throw new InvalidOperationException("no listener for this");
        channel.Port1.Start();
        channel.Port2.PostMessage("hello");
    }

    private sealed class PortService : BackgroundService
    {
        public TaskCompletionSource Go { get; } = new();

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Go.Task;
            Fail();
        }
    }
}
