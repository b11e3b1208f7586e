using IpcApp.Conformance.Real;
using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Electron;

/// <summary>The app on Electron, where there is one.</summary>
public sealed class ElectronFixture() : AppFixture("electron")
{
    public override string? NotRunReason => ElectronForSuite.IsWanted || ElectronForSuite.IsThere ? null : "no Electron binary";

    protected override async Task<ConformanceApp> StartAsync()
    {
        ElectronForSuite.Use();
        return await RealApp.StartAsync("electron");
    }
}

/// <summary>One Electron at a time.</summary>
[CollectionDefinition(Name)]
public static class ElectronCollection
{
    public const string Name = "Electron";
}
