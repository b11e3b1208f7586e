using IpcApp.Conformance.Real;
using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Chromium;

/// <summary>The app on the Chromium host.</summary>
public sealed class ChromiumFixture() : AppFixture("chromium")
{
    protected override async Task<ConformanceApp> StartAsync() => await RealApp.StartAsync("chromium");
}

/// <summary>The app on the Chromium host, with settings that are not the defaults.</summary>
public sealed class ChromiumFixture<TSettings>() : AppFixture("chromium")
    where TSettings : IAppSettings
{
    protected override async Task<ConformanceApp> StartAsync() => await RealApp.StartAsync("chromium", TSettings.Values);
}

/// <summary>The same with answers that overtake messages and are overtaken, as in Electron they may (S113); with a seed.</summary>
public sealed class ShuffledChromiumFixture() : ChromiumFixtureWith("IPCAPP_CHROMIUM_SHUFFLE", "113");

/// <summary>The same with messages of pages under the header that Electron 43 and later write: see <c>electron/main.cjs</c>.</summary>
public sealed class Version16ChromiumFixture() : ChromiumFixtureWith("IPCAPP_CONFORMANCE_V8", "16");

/// <summary>The same with main frames that are called detached for good after a crash, as on Electron 33 to 44 (S103).</summary>
public sealed class OldDetachedChromiumFixture() : ChromiumFixtureWith("IPCAPP_CHROMIUM_CRASH_DETACHES", "1");

/// <summary>The app on the Chromium host, which reads a variable of the environment.</summary>
/// <param name="variable">Its name.</param>
/// <param name="value">Its value.</param>
public abstract class ChromiumFixtureWith(string variable, string value) : AppFixture("chromium")
{
    protected override async Task<ConformanceApp> StartAsync()
    {
        var before = Environment.GetEnvironmentVariable(variable);
        Environment.SetEnvironmentVariable(variable, value); // Electron inherits it; no other is started meanwhile
        try
        {
            return await RealApp.StartAsync("chromium");
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, before);
        }
    }
}

/// <summary>One browser at a time: each class has its own.</summary>
[CollectionDefinition(Name)]
public static class ChromiumCollection
{
    public const string Name = "Chromium";
}
