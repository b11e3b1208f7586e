using IpcApp.Chromium.Tests.Electron;
using IpcApp.Tests.Shared;

namespace IpcApp.Chromium.Tests.Ends;

/// <summary>The driver for Electron with the stand-in's executable in the place of Electron's. Its packages cannot be started.</summary>
public sealed class StandInAsElectron : ElectronHost
{
    public override string? NotRunReason => null;

    /// <summary>The windows are headless, and a display is asked for all the same.</summary>
    public override IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>(base.Environment) { ["DISPLAY"] = ":none" };

    protected override string DistFolder { get; } = Checkout.PathOf("src", "chromium-stand-in", "dist");
}
