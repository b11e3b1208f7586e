using IpcApp.Chromium.Tests.Ends;

namespace IpcApp.Chromium.Tests.Electron;

/// <summary>The ends of the app on Electron, where there is one; one at a time.</summary>
[Collection("Electron")]
public sealed class ElectronLifetimeTests() : LifetimeTests(new ElectronHost());

[Collection("Electron")]
public sealed class ElectronTerminalTests() : TerminalTests(new ElectronHost());

[Collection("Electron")]
public sealed class ElectronPackagedLifetimeTests() : PackagedLifetimeTests(new ElectronHost());

[Collection("Electron")]
public sealed class ElectronServiceFailureTests() : ServiceFailureTests(new ElectronHost());

[Collection("Electron")]
public sealed class ElectronSingleInstanceTests() : SingleInstanceTests(new ElectronHost());
