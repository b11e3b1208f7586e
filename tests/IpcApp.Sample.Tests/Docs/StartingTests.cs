using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace SampleApp._1.Tests.Docs;

/// <summary>The code of docs/guide/testing.md: starting and replacing.</summary>
public sealed class StartingTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Without_the_base_class()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var page = app.OpenWindow().MainFrame;
        var added = await page.InvokeAsync<Note>("notes:add", new NewNote("Milk"));

        Assert.Equal("Milk", added.Text);
    }

    [Fact]
    public async Task Parts_are_replaced()
    {
        var time = new FakeTimeProvider();
        await using var app = await IpcTestApp.StartAsync<Program>(new IpcTestAppOptions
        {
            ConfigureServices = services => services.AddSingleton<INoteStore>(new BrokenStore()),
            Settings = { ["IpcApp:Windows:main:Title"] = "Notes under test" },
            TimeProvider = time,
            Output = output.WriteLine,
        });
        var page = app.Window("main").MainFrame;

        Assert.Equal("Notes under test", app.Window("main").Title);
        var error = await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync("notes:add", new NewNote("Milk")));
        Assert.EndsWith("The disk is full", error.Message);

        time.Advance(TimeSpan.FromSeconds(1));

        var tick = await page.NextAsync<DateTimeOffset>("clock:tick");
        Assert.Equal(time.GetUtcNow(), tick);
    }

    private sealed class BrokenStore : INoteStore
    {
        public IReadOnlyList<Note> All => [];

        public Task<Note> AddAsync(NewNote note, CancellationToken cancellationToken) => throw new IOException("The disk is full");
    }
}
