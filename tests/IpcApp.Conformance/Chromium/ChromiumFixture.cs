using IpcApp.Conformance.Real;
using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Chromium;

/// <summary>The app on the Chromium host.</summary>
public sealed class ChromiumFixture() : AppFixture("chromium")
{
    protected override async Task<ConformanceApp> StartAsync() => await RealApp.StartAsync("chromium");
}

/// <summary>The same with answers that overtake messages and are overtaken, as in Electron they may (S113); with a seed.</summary>
public sealed class ShuffledChromiumFixture() : AppFixture("chromium")
{
    private const string Variable = "IPCAPP_CHROMIUM_SHUFFLE";

    protected override async Task<ConformanceApp> StartAsync()
    {
        Environment.SetEnvironmentVariable(Variable, "113"); // the host inherits it; no other is started meanwhile
        try
        {
            return await RealApp.StartAsync("chromium");
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
    }
}

/// <summary>One browser at a time: each class has its own.</summary>
[CollectionDefinition(Name)]
public static class ChromiumCollection
{
    public const string Name = "Chromium";
}
