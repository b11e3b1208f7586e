using IpcApp.Conformance.Scenarios;
using IpcApp.Conformance.Suite;
using IpcApp.Conformance.Values;

namespace IpcApp.Conformance.Fake;

public sealed class FakeRegistry(FakeFixture app) : RegistryScenarios(app), IClassFixture<FakeFixture>;

public sealed class FakeHandlers(FakeFixture app) : HandlersScenarios(app), IClassFixture<FakeFixture>;

public sealed class FakeRouting(FakeFixture app) : RoutingScenarios(app), IClassFixture<FakeFixture>;

public sealed class FakeInvoke(FakeFixture app) : InvokeScenarios(app), IClassFixture<FakeFixture>;

public sealed class FakeSendSync(FakeFixture app) : SendSyncScenarios(app), IClassFixture<FakeFixture>;

public sealed class FakeSending(FakeFixture app) : SendingScenarios(app), IClassFixture<FakeFixture>;

public sealed class FakeFrames(FakeFixture app) : FramesScenarios(app), IClassFixture<FakeFixture>;

public sealed class FakeCrash(FakeFixture app) : CrashScenarios(app), IClassFixture<FakeFixture>;

public sealed class FakeOrder(FakeFixture app) : OrderScenarios(app), IClassFixture<FakeFixture>;

public sealed class FakeValues(FakeFixture app) : ValuesScenarios(app), IClassFixture<FakeFixture>;

public sealed class FakeLargeMessages(FakeFixture<LargeMessages> app)
    : LargeMessagesScenarios(app), IClassFixture<FakeFixture<LargeMessages>>;

public sealed class FakePorts(FakeFixture app) : PortsScenarios(app), IClassFixture<FakeFixture>;

public sealed class FakeFailures(FakeFixture app) : FailuresScenarios(app), IClassFixture<FakeFixture>;

public sealed class FakeRendererSide(FakeFixture app) : RendererSideScenarios(app), IClassFixture<FakeFixture>;

public sealed class FakeSenderPolicy(FakeFixture app) : SenderPolicyScenarios(app), IClassFixture<FakeFixture>;

public sealed class FakeLifetime(FakeFixture app) : LifetimeScenarios(app, windows: 100), IClassFixture<FakeFixture>;

[Trait("Part", "soak")]
public sealed class FakeLoad(FakeFixture app)
    : LoadScenarios(app, new LoadSize(Windows: 10, FramesPerWindow: 10, Calls: 10_000, SyncShare: 0.01)), IClassFixture<FakeFixture>;

public sealed class FakeAnswerOrder(FakeFixture app) : AnswerOrderScenarios(app, mixes: false), IClassFixture<FakeFixture>;

public sealed class FakeValueTable(FakeFixture app) : ValueTableScenarios(app), IClassFixture<FakeFixture>;

public sealed class FakeQuitting(FakeFixture app) : QuittingScenarios(app), IClassFixture<FakeFixture>;

public sealed class FakeDevelopment(FakeFixture app) : DevelopmentScenarios(app), IClassFixture<FakeFixture>;

public sealed class FakeLimits(FakeFixture<SmallLimits> app) : LimitsScenarios(app), IClassFixture<FakeFixture<SmallLimits>>;

public sealed class FakeOverload(FakeFixture<ClosingOnOverload> app) : OverloadScenarios(app), IClassFixture<FakeFixture<ClosingOnOverload>>;

public sealed class FakeSettings(FakeFixture<OtherLifetime> app) : SettingsScenarios(app), IClassFixture<FakeFixture<OtherLifetime>>;

public sealed class FakeWindows(FakeFixture app) : WindowsScenarios(app), IClassFixture<FakeFixture>;
