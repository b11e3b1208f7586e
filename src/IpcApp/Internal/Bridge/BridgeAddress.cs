using System.Security.Cryptography;
using System.Text;

namespace IpcApp.Internal.Bridge;

/// <summary>Where in a directory, or by which name, Electron listens.</summary>
internal static class BridgeAddress
{
    public const string SocketName = "bridge.sock";

    /// <summary>The path of the Unix domain socket.</summary>
    /// <exception cref="BridgeAddressException">It is longer than the system allows.</exception>
    public static string SocketPath(string directory)
    {
        var path = Path.Combine(Path.GetFullPath(directory), SocketName);
        var most = (OperatingSystem.IsMacOS() ? 104 : 108) - 1;
        var length = Encoding.UTF8.GetByteCount(path);
        return length <= most ? path : throw new BridgeAddressException(
            $"The path of the bridge's socket, '{path}', is {length} bytes long; this system allows {most}. "
            + "Use a directory with a shorter path: set XDG_RUNTIME_DIR or TMPDIR to one.");
    }

    /// <summary>The name of the Windows pipe, without its prefix.</summary>
    public static string PipeName(string directory)
    {
        var fullPath = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        return "ipcapp-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(fullPath)))[..32];
    }
}
