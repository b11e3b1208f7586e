using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Fake;

/// <summary>The app on fake renderers.</summary>
public sealed class FakeFixture() : FakeFixtureWith(15, DefaultSettings.Values);

/// <summary>The app on fake renderers, with settings that are not the defaults.</summary>
public sealed class FakeFixture<TSettings>() : FakeFixtureWith(15, TSettings.Values)
    where TSettings : IAppSettings;

/// <summary>The same with messages of pages under the header that Electron 43 and later write.</summary>
public sealed class Version16FakeFixture() : FakeFixtureWith(16, DefaultSettings.Values);

/// <inheritdoc cref="Version16FakeFixture"/>
public sealed class Version16FakeFixture<TSettings>() : FakeFixtureWith(16, TSettings.Values)
    where TSettings : IAppSettings;

/// <summary>The app on fake renderers that write some version of V8's format.</summary>
/// <param name="version">The version.</param>
/// <param name="settings">The app's settings.</param>
public abstract class FakeFixtureWith(byte version, IReadOnlyDictionary<string, string> settings) : AppFixture("fake")
{
    protected override async Task<ConformanceApp> StartAsync() => await FakeApp.StartAsync(version, settings);
}
