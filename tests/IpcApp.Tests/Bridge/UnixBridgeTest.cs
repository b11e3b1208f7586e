using System.Runtime.Versioning;

namespace IpcApp.Tests.Bridge;

/// <summary>For what Windows does in another way: modes of files, sockets with a path.</summary>
[UnsupportedOSPlatform("windows")]
public abstract class UnixBridgeTest : BridgeTest
{
    protected UnixBridgeTest() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has a named pipe instead, and no modes");
}
