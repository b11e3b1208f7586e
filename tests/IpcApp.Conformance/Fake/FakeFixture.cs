using System.Globalization;
using IpcApp.Conformance.Scenarios;
using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Fake;

/// <summary>The app on fake renderers.</summary>
public sealed class FakeFixture() : FakeFixtureWith(15);

/// <summary>The same with messages of pages under the header that Electron 43 and later write.</summary>
public sealed class Version16FakeFixture() : FakeFixtureWith(16);

/// <summary>The app on fake renderers with a small limit of messages.</summary>
public sealed class SmallLimitFakeFixture() : FakeFixtureWith(15, SmallLimit);

/// <summary>The same with the newer header.</summary>
public sealed class SmallLimitVersion16FakeFixture() : FakeFixtureWith(16, SmallLimit);

/// <summary>The app on fake renderers that write some version of V8's format.</summary>
/// <param name="version">The version.</param>
/// <param name="settings">More settings.</param>
public abstract class FakeFixtureWith(byte version, params KeyValuePair<string, string?>[] settings) : AppFixture("fake")
{
    protected static KeyValuePair<string, string?> SmallLimit { get; }
        = new(LargeMessagesScenarios.Setting, LargeMessagesScenarios.Limit.ToString(CultureInfo.InvariantCulture));

    protected override async Task<ConformanceApp> StartAsync() => await FakeApp.StartAsync(version, settings);
}
