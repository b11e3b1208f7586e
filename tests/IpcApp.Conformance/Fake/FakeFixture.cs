using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Fake;

/// <summary>The app on fake renderers.</summary>
public sealed class FakeFixture() : FakeFixtureWith(15);

/// <summary>The same with messages of pages under the header that Electron 43 and later write.</summary>
public sealed class Version16FakeFixture() : FakeFixtureWith(16);

/// <summary>The app on fake renderers that write some version of V8's format.</summary>
/// <param name="version">The version.</param>
public abstract class FakeFixtureWith(byte version) : AppFixture("fake")
{
    protected override async Task<ConformanceApp> StartAsync() => await FakeApp.StartAsync(version);
}
