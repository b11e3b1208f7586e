using IpcApp.Testing;
using IpcApp.Testing.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IpcApp.Tests.Development;

/// <summary>What pages write to their consoles.</summary>
public sealed class PageConsoleTests : DevelopmentTest
{
    private const string Script = "app://local/index.js";

    [Fact]
    public async Task Is_logged_under_a_category_of_its_own_with_window_and_line()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(InDevelopment());
        WriteAll(app.Window("main").MainFrame);
        Assert.Equal(
            [
                (LogLevel.Warning, "window 'main', app://local/index.js:12: old"),
                (LogLevel.Error, "window 'main', app://local/index.js:13: Uncaught Error: boom\\n    at start"),
            ],
            OfPages(app));
        Assert.Equal("IpcApp.Page", Assert.Single(app.TakeErrors()).Category);
    }

    /// <summary>As <c>src/electron-main/test/unit/page-console.test.js</c> shows it of Electron's side.</summary>
    [Fact]
    public void A_window_that_writes_without_end_is_cut_off_and_gets_a_line_more_each_second()
    {
        var time = new FakeTimeProvider();
        var allowance = new ConsoleAllowance(time);
        var taken = Enumerable.Range(0, 150).Select(_ => (IsTaken: allowance.TryTake(out var isLast), IsLast: isLast)).ToList();
        Assert.Equal(100, taken.Count(line => line.IsTaken));
        Assert.Equal([99], Enumerable.Range(0, 150).Where(i => taken[i].IsLast));
        time.Advance(TimeSpan.FromSeconds(1.5));
        Assert.True(allowance.TryTake(out var isLastAgain) && isLastAgain);
        Assert.False(allowance.TryTake(out _));
        time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.True(allowance.TryTake(out _));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(100, Enumerable.Range(0, 150).Count(_ => allowance.TryTake(out var _)));
    }

    [Theory]
    [InlineData("Development", "Logging:LogLevel:IpcApp.Page", "Debug", 4)]
    [InlineData("Production", "Logging:LogLevel:IpcApp.Page", "Error", 2)]
    [InlineData("Production", "Logging:LogLevel:IpcApp.Page", "None", 0)]
    [InlineData("Production", "Logging:LogLevel:IpcApp", "Debug", 0)]
    [InlineData("Production", "Logging:LogLevel:Default", "Debug", 0)]
    public async Task Is_logged_elsewhere_where_a_setting_names_the_category(string environment, string setting, string level, int lines)
    {
        // The test's own log has all levels from the least one on, whatever the setting says: what counts is that it names the category.
        var options = new IpcTestAppOptions
        {
            MinimumLogLevel = level == "Debug" ? LogLevel.Debug : LogLevel.Information,
            Settings = { ["environment"] = environment, [setting] = level },
        };
        await using var app = await IpcTestApp.StartAsync<Program>(options);
        WriteAll(app.Window("main").MainFrame);
        Assert.Equal(lines, OfPages(app).Count());
        app.TakeErrors();
    }

    [Fact]
    public async Task Has_an_end()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(InDevelopment());
        app.Window("main").MainFrame.WriteConsole(LogLevel.Error, new string('x', 1_000_000));
        Assert.InRange(Assert.Single(app.TakeErrors()).Message.Length, 1000, 1200);
    }

    [Theory]
    [InlineData(LogLevel.Trace)]
    [InlineData(LogLevel.Critical)]
    [InlineData(LogLevel.None)]
    public async Task Has_four_levels(LogLevel level)
    {
        await using var app = await IpcTestApp.StartAsync<Program>(InDevelopment());
        Assert.Throws<ArgumentOutOfRangeException>(() => app.Window("main").MainFrame.WriteConsole(level, "text"));
    }

    private static void WriteAll(FakeFrame page)
    {
        page.WriteConsole(LogLevel.Debug, "details", Script, 10);
        page.WriteConsole(LogLevel.Information, "news", Script, 11);
        page.WriteConsole(LogLevel.Warning, "old", Script, 12);
        page.WriteConsole(LogLevel.Error, "Uncaught Error: boom\n    at start", Script, 13);
    }

    private static IEnumerable<(LogLevel, string)> OfPages(IpcTestApp app)
        => app.Logs.Where(entry => entry.Category == "IpcApp.Page").Select(entry => (entry.Level, entry.Message));
}
