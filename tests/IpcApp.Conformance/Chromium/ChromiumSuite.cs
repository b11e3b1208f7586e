using IpcApp.Conformance.Scenarios;
using IpcApp.Conformance.Suite;
using IpcApp.Conformance.Values;

namespace IpcApp.Conformance.Chromium;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumRegistry(ChromiumFixture app) : RegistryScenarios(app), IClassFixture<ChromiumFixture>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumHandlers(ChromiumFixture app) : HandlersScenarios(app), IClassFixture<ChromiumFixture>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumRouting(ChromiumFixture app) : RoutingScenarios(app), IClassFixture<ChromiumFixture>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumInvoke(ChromiumFixture app) : InvokeScenarios(app), IClassFixture<ChromiumFixture>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumSendSync(ChromiumFixture app) : SendSyncScenarios(app), IClassFixture<ChromiumFixture>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumSending(ChromiumFixture app) : SendingScenarios(app), IClassFixture<ChromiumFixture>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumFrames(ChromiumFixture app) : FramesScenarios(app), IClassFixture<ChromiumFixture>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumCrash(ChromiumFixture app) : CrashScenarios(app), IClassFixture<ChromiumFixture>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumOrder(ChromiumFixture app) : OrderScenarios(app), IClassFixture<ChromiumFixture>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumValues(ChromiumFixture app) : ValuesScenarios(app), IClassFixture<ChromiumFixture>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumLargeMessages(ChromiumFixture<LargeMessages> app)
    : LargeMessagesScenarios(app), IClassFixture<ChromiumFixture<LargeMessages>>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumPorts(ChromiumFixture app) : PortsScenarios(app), IClassFixture<ChromiumFixture>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumFailures(ChromiumFixture app) : FailuresScenarios(app), IClassFixture<ChromiumFixture>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumRendererSide(ChromiumFixture app) : RendererSideScenarios(app), IClassFixture<ChromiumFixture>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumSenderPolicy(ChromiumFixture app) : SenderPolicyScenarios(app), IClassFixture<ChromiumFixture>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumLifetime(ChromiumFixture app) : LifetimeScenarios(app, windows: 8), IClassFixture<ChromiumFixture>;

[Collection(ChromiumCollection.Name)]
[Trait("Part", "soak")]
public sealed class ChromiumLoad(ChromiumFixture app)
    : LoadScenarios(app, new LoadSize(Windows: 4, FramesPerWindow: 25, Calls: 500, SyncShare: 0.01)), IClassFixture<ChromiumFixture>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumAnswerOrder(ShuffledChromiumFixture app)
    : AnswerOrderScenarios(app, mixes: true), IClassFixture<ShuffledChromiumFixture>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumValueTable(ChromiumFixture app) : ValueTableScenarios(app), IClassFixture<ChromiumFixture>;

/// <summary>Values once more, as an Electron writes them whose V8 is newer than this Node's.</summary>
[Collection(ChromiumCollection.Name)]
[Trait("Part", "engine16")]
public sealed class ChromiumValuesVersion16(Version16ChromiumFixture app) : ValuesScenarios(app), IClassFixture<Version16ChromiumFixture>
{
    [Fact]
    public Task The_header_says_16() => ShouldWriteAsync(version: 16);
}

[Collection(ChromiumCollection.Name)]
[Trait("Part", "engine16")]
public sealed class ChromiumValueTableVersion16(Version16ChromiumFixture app)
    : ValueTableScenarios(app), IClassFixture<Version16ChromiumFixture>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumQuitting(ChromiumFixture app) : QuittingScenarios(app), IClassFixture<ChromiumFixture>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumDevelopment(ChromiumFixture app) : DevelopmentScenarios(app), IClassFixture<ChromiumFixture>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumLimits(ChromiumFixture<SmallLimits> app) : LimitsScenarios(app), IClassFixture<ChromiumFixture<SmallLimits>>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumOverload(ChromiumFixture<ClosingOnOverload> app) : OverloadScenarios(app), IClassFixture<ChromiumFixture<ClosingOnOverload>>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumSettings(ChromiumFixture<OtherLifetime> app) : SettingsScenarios(app), IClassFixture<ChromiumFixture<OtherLifetime>>;

[Collection(ChromiumCollection.Name)]
public sealed class ChromiumWindows(ChromiumFixture app) : WindowsScenarios(app), IClassFixture<ChromiumFixture>;

/// <summary>Crashes once more, as on Electron 33 to 44.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class ChromiumCrashOldDetached(OldDetachedChromiumFixture app) : CrashScenarios(app), IClassFixture<OldDetachedChromiumFixture>;
