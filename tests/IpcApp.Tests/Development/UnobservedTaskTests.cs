using System.Runtime.CompilerServices;
using IpcApp.Internal.Logging;
using IpcApp.Testing;
using IpcApp.Testing.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpcApp.Tests.Development;

/// <summary>Tasks that fail and that nothing awaits.</summary>
public sealed class UnobservedTaskTests : DevelopmentTest
{
    [Fact]
    public async Task Are_logged_in_development_and_only_until_the_app_ends()
    {
        using var log = new LogCapture(null, LogLevel.Information);
        var app = Build(log, "Development");
        await app.StartAsync(TestContext.Current.CancellationToken);
        var failure = await CollectAsync(log, "while it runs");
        Assert.Equal("A task that nothing awaits has failed. Await it, or catch its exceptions.", failure.Message);
        Assert.Equal("while it runs", Assert.IsType<FormatException>(failure.Exception).Message);

        using var other = new LogCapture(null, LogLevel.Information);
        await using var second = Build(other, "Development");
        await second.StartAsync(TestContext.Current.CancellationToken);
        await app.StopAsync(TestContext.Current.CancellationToken);
        await app.DisposeAsync();
        await CollectAsync(other, "after its end");
        Assert.DoesNotContain(log.All, entry => entry.Exception?.Message == "after its end");
        await second.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Of_a_process_with_tests_are_no_errors_of_an_app_under_test()
    {
        using var log = new LogCapture(null, LogLevel.Information);
        await using var app = Build(log, "Development");
        await app.StartAsync(TestContext.Current.CancellationToken);
        await using var tested = await IpcTestApp.StartAsync<Program>(InDevelopment());
        await CollectAsync(log, "of the process");
        Assert.DoesNotContain(tested.Logs, entry => entry.Exception?.Message == "of the process");
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    private static IpcApplication Build(LogCapture log, string environment)
    {
        var builder = IpcApplication.CreateBuilder(["--IpcApp:Host=none", $"--environment={environment}"]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ILogTap>(log);
        return builder.Build();
    }

    /// <summary>Collects garbage until the failure has been logged: a task may be in a register for a while.</summary>
    private static async Task<FakeLogEntry> CollectAsync(LogCapture log, string message)
    {
        await FailAsync(message);
        while (true)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            if (log.All.FirstOrDefault(entry => entry.Exception?.Message == message) is { } found)
            {
                return found;
            }

            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task FailAsync(string message)
    {
        var failed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = Task.Run(() =>
        {
            failed.SetResult();
            throw new FormatException(message);
        });
        await failed.Task;
    }
}
