using IpcApp.Conformance.Real;
using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Chromium;

/// <summary>The app on the Chromium host.</summary>
public sealed class ChromiumFixture() : AppFixture("chromium")
{
    protected override async Task<ConformanceApp> StartAsync() => await RealApp.StartAsync("chromium");
}

/// <summary>One browser at a time: each class has its own.</summary>
[CollectionDefinition(Name)]
public static class ChromiumCollection
{
    public const string Name = "Chromium";
}
