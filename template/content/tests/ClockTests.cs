using Microsoft.Extensions.Time.Testing;

namespace SampleApp._1.Tests;

public sealed class ClockTests : IpcAppTest<Program>
{
    private readonly FakeTimeProvider _time = new();

    // Also the place to replace services and settings.
    protected override void Configure(IpcTestAppOptions options) => options.TimeProvider = _time;

    [Fact]
    public async Task Every_window_hears_the_clock()
    {
        var second = App.OpenWindow().MainFrame;

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(await Page.NextAsync<DateTimeOffset>("clock:tick"), await second.NextAsync<DateTimeOffset>("clock:tick"));
    }
}
