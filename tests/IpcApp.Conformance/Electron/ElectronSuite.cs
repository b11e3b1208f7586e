using IpcApp.Conformance.Scenarios;
using IpcApp.Conformance.Suite;
using IpcApp.Conformance.Values;

namespace IpcApp.Conformance.Electron;

[Collection(ElectronCollection.Name)]
public sealed class ElectronRegistry(ElectronFixture app) : RegistryScenarios(app), IClassFixture<ElectronFixture>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronHandlers(ElectronFixture app) : HandlersScenarios(app), IClassFixture<ElectronFixture>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronRouting(ElectronFixture app) : RoutingScenarios(app), IClassFixture<ElectronFixture>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronInvoke(ElectronFixture app) : InvokeScenarios(app), IClassFixture<ElectronFixture>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronSendSync(ElectronFixture app) : SendSyncScenarios(app), IClassFixture<ElectronFixture>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronSending(ElectronFixture app) : SendingScenarios(app), IClassFixture<ElectronFixture>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronFrames(ElectronFixture app) : FramesScenarios(app), IClassFixture<ElectronFixture>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronCrash(ElectronFixture app) : CrashScenarios(app), IClassFixture<ElectronFixture>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronOrder(ElectronFixture app) : OrderScenarios(app), IClassFixture<ElectronFixture>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronValues(ElectronFixture app) : ValuesScenarios(app), IClassFixture<ElectronFixture>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronLargeMessages(ElectronFixture<LargeMessages> app)
    : LargeMessagesScenarios(app), IClassFixture<ElectronFixture<LargeMessages>>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronPorts(ElectronFixture app) : PortsScenarios(app), IClassFixture<ElectronFixture>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronFailures(ElectronFixture app) : FailuresScenarios(app), IClassFixture<ElectronFixture>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronRendererSide(ElectronFixture app) : RendererSideScenarios(app), IClassFixture<ElectronFixture>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronSenderPolicy(ElectronFixture app) : SenderPolicyScenarios(app), IClassFixture<ElectronFixture>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronLifetime(ElectronFixture app) : LifetimeScenarios(app, windows: 8), IClassFixture<ElectronFixture>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronLoad(ElectronFixture app)
    : LoadScenarios(app, new LoadSize(Windows: 4, FramesPerWindow: 25, Calls: 500, SyncShare: 0.01)), IClassFixture<ElectronFixture>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronAnswerOrder(ElectronFixture app) : AnswerOrderScenarios(app, mixes: false), IClassFixture<ElectronFixture>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronValueTable(ElectronFixture app) : ValueTableScenarios(app), IClassFixture<ElectronFixture>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronQuitting(ElectronFixture app) : QuittingScenarios(app), IClassFixture<ElectronFixture>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronDevelopment(ElectronFixture app) : DevelopmentScenarios(app), IClassFixture<ElectronFixture>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronLimits(ElectronFixture<SmallLimits> app) : LimitsScenarios(app), IClassFixture<ElectronFixture<SmallLimits>>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronOverload(ElectronFixture<ClosingOnOverload> app) : OverloadScenarios(app), IClassFixture<ElectronFixture<ClosingOnOverload>>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronSettings(ElectronFixture<OtherLifetime> app) : SettingsScenarios(app), IClassFixture<ElectronFixture<OtherLifetime>>;

[Collection(ElectronCollection.Name)]
public sealed class ElectronWindows(ElectronFixture app) : WindowsScenarios(app), IClassFixture<ElectronFixture>;
