namespace IpcApp.Internal.Diagnosis;

/// <summary>What can be done with an app: ways to run it, and to make a package of it.</summary>
[Flags]
internal enum Capability
{
    None = 0,
    Electron = 1,
    Chromium = 2,
    NoWindow = 4,
    Package = 8,
    Windows = Electron | Chromium,
    Run = Windows | NoWindow,
}
