namespace SampleApp._1.Tests;

public sealed class AppTests
{
    [Fact]
    public async Task The_version_is_answered_synchronously()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();

        var version = app.OpenWindow().MainFrame.SendSync<string>("app:version");

        Assert.StartsWith("IpcApp ", version);
    }

    [Fact]
    public async Task Every_window_hears_the_clock()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var first = app.OpenWindow().MainFrame;
        var second = app.OpenWindow().MainFrame;

        await first.NextAsync<DateTimeOffset>("clock:tick");
        await second.NextAsync<DateTimeOffset>("clock:tick");
    }
}
