using IpcApp.Conformance.Scenarios;
using IpcApp.Conformance.Suite;
using IpcApp.Conformance.Values;

namespace IpcApp.Conformance.Fake;

// Everything once more, as an Electron writes it whose V8 is newer than this Node's; but for the load, which is about order alone.

[Trait("Part", "engine16")]
public sealed class FakeRegistryVersion16(Version16FakeFixture app) : RegistryScenarios(app), IClassFixture<Version16FakeFixture>;

[Trait("Part", "engine16")]
public sealed class FakeHandlersVersion16(Version16FakeFixture app) : HandlersScenarios(app), IClassFixture<Version16FakeFixture>;

[Trait("Part", "engine16")]
public sealed class FakeRoutingVersion16(Version16FakeFixture app) : RoutingScenarios(app), IClassFixture<Version16FakeFixture>;

[Trait("Part", "engine16")]
public sealed class FakeInvokeVersion16(Version16FakeFixture app) : InvokeScenarios(app), IClassFixture<Version16FakeFixture>;

[Trait("Part", "engine16")]
public sealed class FakeSendSyncVersion16(Version16FakeFixture app) : SendSyncScenarios(app), IClassFixture<Version16FakeFixture>;

[Trait("Part", "engine16")]
public sealed class FakeSendingVersion16(Version16FakeFixture app) : SendingScenarios(app), IClassFixture<Version16FakeFixture>;

[Trait("Part", "engine16")]
public sealed class FakeFramesVersion16(Version16FakeFixture app) : FramesScenarios(app), IClassFixture<Version16FakeFixture>;

[Trait("Part", "engine16")]
public sealed class FakeCrashVersion16(Version16FakeFixture app) : CrashScenarios(app), IClassFixture<Version16FakeFixture>;

[Trait("Part", "engine16")]
public sealed class FakeOrderVersion16(Version16FakeFixture app) : OrderScenarios(app), IClassFixture<Version16FakeFixture>;

[Trait("Part", "engine16")]
public sealed class FakeValuesVersion16(Version16FakeFixture app) : ValuesScenarios(app), IClassFixture<Version16FakeFixture>
{
    [Fact]
    public Task The_header_says_16() => ShouldWriteAsync(version: 16);
}

[Trait("Part", "engine16")]
public sealed class FakeLargeMessagesVersion16(Version16FakeFixture<LargeMessages> app)
    : LargeMessagesScenarios(app), IClassFixture<Version16FakeFixture<LargeMessages>>;

[Trait("Part", "engine16")]
public sealed class FakePortsVersion16(Version16FakeFixture app) : PortsScenarios(app), IClassFixture<Version16FakeFixture>;

[Trait("Part", "engine16")]
public sealed class FakeFailuresVersion16(Version16FakeFixture app) : FailuresScenarios(app), IClassFixture<Version16FakeFixture>;

[Trait("Part", "engine16")]
public sealed class FakeRendererSideVersion16(Version16FakeFixture app) : RendererSideScenarios(app), IClassFixture<Version16FakeFixture>;

[Trait("Part", "engine16")]
public sealed class FakeSenderPolicyVersion16(Version16FakeFixture app) : SenderPolicyScenarios(app), IClassFixture<Version16FakeFixture>;

[Trait("Part", "engine16")]
public sealed class FakeLifetimeVersion16(Version16FakeFixture app) : LifetimeScenarios(app, windows: 100), IClassFixture<Version16FakeFixture>;

[Trait("Part", "engine16")]
public sealed class FakeAnswerOrderVersion16(Version16FakeFixture app) : AnswerOrderScenarios(app, mixes: false), IClassFixture<Version16FakeFixture>;

[Trait("Part", "engine16")]
public sealed class FakeValueTableVersion16(Version16FakeFixture app) : ValueTableScenarios(app), IClassFixture<Version16FakeFixture>;

[Trait("Part", "engine16")]
public sealed class FakeQuittingVersion16(Version16FakeFixture app) : QuittingScenarios(app), IClassFixture<Version16FakeFixture>;

[Trait("Part", "engine16")]
public sealed class FakeDevelopmentVersion16(Version16FakeFixture app) : DevelopmentScenarios(app), IClassFixture<Version16FakeFixture>;

[Trait("Part", "engine16")]
public sealed class FakeLimitsVersion16(Version16FakeFixture<SmallLimits> app) : LimitsScenarios(app), IClassFixture<Version16FakeFixture<SmallLimits>>;

[Trait("Part", "engine16")]
public sealed class FakeOverloadVersion16(Version16FakeFixture<ClosingOnOverload> app) : OverloadScenarios(app), IClassFixture<Version16FakeFixture<ClosingOnOverload>>;

[Trait("Part", "engine16")]
public sealed class FakeSettingsVersion16(Version16FakeFixture<OtherLifetime> app) : SettingsScenarios(app), IClassFixture<Version16FakeFixture<OtherLifetime>>;

[Trait("Part", "engine16")]
public sealed class FakeWindowsVersion16(Version16FakeFixture app) : WindowsScenarios(app), IClassFixture<Version16FakeFixture>;
