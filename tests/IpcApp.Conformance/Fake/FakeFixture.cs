using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Fake;

/// <summary>The app on fake renderers.</summary>
public sealed class FakeFixture() : AppFixture("fake")
{
    protected override async Task<ConformanceApp> StartAsync() => await FakeApp.StartAsync();
}
