namespace IpcApp.Chromium.Tests;

/// <summary>A second start of a single-instance app is refused before any service of it runs.</summary>
public sealed class SingleInstanceTests : IDisposable
{
    private readonly OwnFolder _folder = new();
    private readonly ProcessFamily _family = new();

    [Theory]
    [InlineData("--Concurrently=false")]
    [InlineData("--Concurrently=true")]
    public async Task A_second_instance_creates_no_service_and_ends_with_0_and_one_line(string concurrently)
    {
        var program = new AppCopy(_folder).Develop(singleInstance: true);
        using var first = Start(program, concurrently);
        await first.WaitForLineAsync("READY");
        Assert.Contains("SERVICE started", first.Output, StringComparison.Ordinal);

        using var second = Start(program, concurrently);
        Assert.Equal(0, await second.WaitForExitAsync());

        Assert.Equal(
            ["info: IpcApp.IIpcMain[5001]", "The app is running already; its window was brought to the front."],
            second.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        first.Kill();
        await _family.AssertGoneWithinAsync(TimeSpan.FromSeconds(5));
        await _folder.AssertNothingIsLeftAsync();
    }

    public void Dispose() => _folder.Dispose();

    private TestAppProcess Start(string program, string concurrently) => new(
        TestAppProcess.OnChromium(
            "--IpcApp:Windows:main:Url=app://local/stay.html", "--Witness=true", "--Logging:LogLevel:IpcApp=Information", concurrently),
        _folder.Environment(_family.Environment),
        program);
}
