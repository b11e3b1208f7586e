using IpcApp.Conformance.Real;
using IpcApp.Conformance.Suite;
using IpcApp.Tests.Shared;

namespace IpcApp.Conformance.Electron;

/// <summary>The app on Electron, where there is one.</summary>
public sealed class ElectronFixture() : ElectronFixtureWith(DefaultSettings.Values);

/// <summary>The app on Electron, with settings that are not the defaults.</summary>
public sealed class ElectronFixture<TSettings>() : ElectronFixtureWith(TSettings.Values)
    where TSettings : IAppSettings;

/// <summary>The app on Electron, where there is one.</summary>
/// <param name="settings">The app's settings.</param>
public abstract class ElectronFixtureWith(IReadOnlyDictionary<string, string> settings) : AppFixture("electron")
{
    public override string? NotRunReason => ElectronForSuite.NotRunReason;

    protected override async Task<ConformanceApp> StartAsync()
    {
        Environment.SetEnvironmentVariable(ElectronForSuite.DistVariable, ElectronForSuite.DistFolder);
        return await RealApp.StartAsync("electron", settings);
    }
}

/// <summary>One Electron at a time.</summary>
[CollectionDefinition(Name)]
public static class ElectronCollection
{
    public const string Name = "Electron";
}
