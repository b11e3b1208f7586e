using IpcApp.Conformance.Parity;
using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Electron;

/// <summary>
/// Evidence names a version of Electron: it must be the one that ran, also where <c>ELECTRON_OVERRIDE_DIST_PATH</c> names another.
/// </summary>
[Collection(ElectronCollection.Name)]
public sealed class ElectronVersion(ElectronFixture app) : ScenarioClass(app), IClassFixture<ElectronFixture>
{
    [Fact]
    public async Task The_Electron_that_runs_is_the_pinned_one()
    {
        var page = await OpenPageAsync();
        var agent = await page.EvaluateAsync("navigator.userAgent");
        Assert.Contains($"Electron/{PinnedElectron.Version} ", $"{agent.AsString()} ", StringComparison.Ordinal);
    }
}
