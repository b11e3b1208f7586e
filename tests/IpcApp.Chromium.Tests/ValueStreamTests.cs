using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace IpcApp.Chromium.Tests;

/// <summary>
/// The bytes that the codec's tests read as those of version 16 of V8's format are what the Chromium on this machine writes.
/// </summary>
public sealed class ValueStreamTests
{
    [Fact]
    public async Task Chromium_writes_the_streams_that_are_checked_in()
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(TestsFolder(), "IpcApp.Tests", "Values", "Fixtures", "chromium-streams.js"));
        start.ArgumentList.Add("check");
        using var node = Process.Start(start)!;
        var cancel = TestContext.Current.CancellationToken;
        var (said, complained) = (node.StandardOutput.ReadToEndAsync(cancel), node.StandardError.ReadToEndAsync(cancel));
        await node.WaitForExitAsync(cancel);
        Assert.True(node.ExitCode == 0, await complained);
        Assert.Equal("This Chromium writes the same streams.\n", await said);
    }

    private static string TestsFolder([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, ".."));
}
