namespace IpcApp.Chromium.Tests.Ends;

/// <summary>What a closed terminal ends: it sends SIGHUP to all that runs in it.</summary>
/// <param name="host">What shows the app's windows.</param>
public abstract class TerminalTests(HostUnderTest host) : EndTests(host)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_closed_terminal_stops_the_services(bool isToldToBoth)
    {
        using var app = Start("stay.html", "--Witness=true");
        await app.WaitForLineAsync("READY");
        int[] ids = isToldToBoth ? [app.Id, await WaitForMainProcessAsync()] : [app.Id];
        foreach (var id in ids)
        {
            await SignalAsync(id, "HUP");
        }

        Assert.Equal(0, await app.WaitForExitAsync());
        Assert.Contains("SERVICE stopped", app.Output, StringComparison.Ordinal);
        await Family.AssertGoneWithinAsync(AfterHandshake);
        await AssertNothingIsLeftAsync();
    }
}
