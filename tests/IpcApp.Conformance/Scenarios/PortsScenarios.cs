using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Message ports: section 2.J.</summary>
public abstract class PortsScenarios(AppFixture app) : ScenarioClass(app);
