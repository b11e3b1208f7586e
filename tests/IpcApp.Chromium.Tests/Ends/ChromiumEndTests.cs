namespace IpcApp.Chromium.Tests.Ends;

/// <summary>The ends of the app on the Chromium host.</summary>
public sealed class ChromiumLifetimeTests() : LifetimeTests(new ChromiumHost());

public sealed class ChromiumTerminalTests() : TerminalTests(new ChromiumHost());

public sealed class ChromiumPackagedLifetimeTests() : PackagedLifetimeTests(new ChromiumHost());

public sealed class ChromiumServiceFailureTests() : ServiceFailureTests(new ChromiumHost());

public sealed class ChromiumSingleInstanceTests() : SingleInstanceTests(new ChromiumHost());

/// <summary>
/// One end with the driver for Electron, so that it does not rot where there is no Electron: the stand-in is started as Electron's executable.
/// </summary>
public sealed class ElectronDriverTests() : TerminalTests(new StandInAsElectron());
