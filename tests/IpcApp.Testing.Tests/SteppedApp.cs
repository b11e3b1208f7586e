using IpcApp.EmptyApp;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Testing.Tests;

/// <summary>An app that is stepped, with two pages of different processes.</summary>
internal sealed class SteppedApp : IAsyncDisposable
{
    private SteppedApp(IpcTestApp app)
    {
        App = app;
        One = app.Window("main").MainFrame;
        Other = app.OpenWindow("app://other/").MainFrame;
    }

    public IpcTestApp App { get; }

    public FakeFrame One { get; }

    public FakeFrame Other { get; }

    public IIpcMain Ipc => App.Services.GetRequiredService<IIpcMain>().WithSenderPolicy(IpcSenderPolicy.AnySender);

    public static async Task<SteppedApp> StartAsync(int seed, IpcTestAppOptions? options = null)
    {
        var app = new SteppedApp(await IpcTestApp.StartAsync<EmptyMain>(new()
        {
            Seed = seed,
            TimeProvider = options?.TimeProvider,
            Timeout = options?.Timeout ?? TimeSpan.FromSeconds(30),
        }));
        app.App.Drain();
        return app;
    }

    /// <summary>What a test finds with each of many seeds.</summary>
    public static async Task<IReadOnlyList<T>> WithSeedsAsync<T>(Func<SteppedApp, Task<T>> test, int seeds = 30)
    {
        var found = new List<T>();
        for (var seed = 0; seed < seeds; seed++)
        {
            await using var app = await StartAsync(seed);
            found.Add(await test(app));
            await app.App.AssertQuietAsync();
        }

        return found;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
