namespace IpcApp.Chromium.Tests.Ends;

/// <summary>A second start of a single-instance app is refused before any service of it runs.</summary>
/// <param name="host">What shows the app's windows.</param>
public abstract class SingleInstanceTests(HostUnderTest host) : EndTests(host)
{
    [Theory]
    [InlineData("--Concurrently=false")]
    [InlineData("--Concurrently=true")]
    public async Task A_second_instance_creates_no_service_and_ends_with_0_and_one_line(string concurrently)
    {
        var program = new AppCopy(Folder).Develop(singleInstance: true);
        using var first = StartInstance(program, concurrently);
        await first.WaitForLineAsync("READY");
        Assert.Contains("SERVICE started", first.Output, StringComparison.Ordinal);

        using var second = StartInstance(program, concurrently);
        Assert.Equal(0, await second.WaitForExitAsync());

        Assert.Equal(
            ["info: IpcApp.Launch[5001]", "The app is running already; its window was brought to the front."],
            LinesOf(second));
        first.Kill();
        await Family.AssertGoneWithinAsync(TimeSpan.FromSeconds(5));
        await AssertNothingIsLeftAsync();
    }

    private TestAppProcess StartInstance(string program, string concurrently)
        => StartProgram(program, "stay.html", "--Witness=true", "--Logging:LogLevel:IpcApp=Information", concurrently);
}
