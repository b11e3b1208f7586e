using System.Security.Cryptography;
using System.Text;
using IpcApp.Internal.Bridge;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Wire;

/// <summary>Where the app's endpoints are served: a Unix domain socket in the private directory, on Windows a named pipe.</summary>
/// <param name="Text">What a client connects to: the socket's path, or the pipe's full name.</param>
internal sealed record EndpointAddress(string Text)
{
    private const string PipePrefix = @"\\.\pipe\";

    /// <summary>An address that nothing else uses.</summary>
    /// <param name="directory">A directory of which only this user sees the inside.</param>
    /// <exception cref="IpcStartupException">The path is longer than the system allows.</exception>
    public static EndpointAddress In(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            return new EndpointAddress($"{PipePrefix}ipcapp-http-{RandomNumberGenerator.GetHexString(32, lowercase: true)}");
        }

        var path = Path.Combine(Path.GetFullPath(directory), BridgeDirectory.EndpointSocketName);
        var most = (OperatingSystem.IsMacOS() ? 104 : 108) - 1;
        return Encoding.UTF8.GetByteCount(path) <= most ? new EndpointAddress(path) : throw new IpcStartupException(
            $"The path of the socket for endpoints, '{path}', is longer than the {most} bytes that this system allows. "
            + "Set XDG_RUNTIME_DIR or TMPDIR to a folder with a shorter path.",
            ExitCodes.HostNotConnected);
    }

    /// <summary>The pipe's name as .NET takes it; on Windows only.</summary>
    public string PipeName => Text[PipePrefix.Length..];
}
