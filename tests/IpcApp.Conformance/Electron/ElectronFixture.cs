using IpcApp.Conformance.Real;
using IpcApp.Conformance.Scenarios;
using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Electron;

/// <summary>The app on Electron, where there is one.</summary>
public sealed class ElectronFixture() : ElectronFixtureWith();

/// <summary>The same with a small limit of messages.</summary>
public sealed class SmallLimitElectronFixture()
    : ElectronFixtureWith($"--{LargeMessagesScenarios.Setting}={LargeMessagesScenarios.Limit}");

/// <summary>The app on Electron with settings.</summary>
/// <param name="settings">As on the command line.</param>
public abstract class ElectronFixtureWith(params string[] settings) : AppFixture("electron")
{
    public override string? NotRunReason => ElectronForSuite.IsWanted || ElectronForSuite.IsThere ? null : "no Electron binary";

    protected override async Task<ConformanceApp> StartAsync()
    {
        ElectronForSuite.Use();
        return await RealApp.StartAsync("electron", settings: settings);
    }
}

/// <summary>One Electron at a time.</summary>
[CollectionDefinition(Name)]
public static class ElectronCollection
{
    public const string Name = "Electron";
}
