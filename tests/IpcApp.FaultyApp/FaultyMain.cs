using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IpcApp.FaultyApp;

/// <summary>An asynchronous Main. The setting <c>Fault</c> says what goes wrong, <c>Greeting</c> is read before the app is built.</summary>
public static class FaultyMain
{
    public static async Task Main(string[] args)
    {
        var builder = IpcApplication.CreateBuilder(args);
        var greeting = builder.Configuration["Greeting"];
        ((IConfigurationBuilder)builder.Configuration).AddInMemoryCollection([new("Late", "from Main")]);
        switch (builder.Configuration["Fault"])
        {
            case "before-build":
                await Task.Yield();
                throw new FormatException("Main failed before it built the app");
            case "exit":
                return;
            case "plain-host":
                await Host.CreateApplicationBuilder().Build().RunAsync();
                return;
            case "service":
                builder.Services.AddHostedService<FailingWorker>();
                break;
        }

        builder.Services.AddSingleton(new Gate());
        var app = builder.Build();
        app.IpcMain.Handle("greeting", e => greeting);
        app.IpcMain.Handle("late", e => app.Configuration["Late"]);
        if (builder.Configuration["Fault"] == "after-start")
        {
            await app.StartAsync();
            await app.Services.GetRequiredService<Gate>().Opened.Task;
            throw new FormatException("Main failed after the start");
        }

        await app.RunAsync();
    }

    /// <summary>Says when what is to fail fails.</summary>
    public sealed class Gate
    {
        public TaskCompletionSource Opened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class FailingWorker(Gate gate) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await gate.Opened.Task;
            throw new FormatException("The worker failed");
        }
    }
}
