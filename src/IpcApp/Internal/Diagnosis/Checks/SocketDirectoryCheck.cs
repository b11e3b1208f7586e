using System.Net.Sockets;
using IpcApp.Internal.Bridge;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Launch;

namespace IpcApp.Internal.Diagnosis.Checks;

/// <summary>Whether the private directory in which .NET and Electron meet can be made, with a socket in it. It is removed again.</summary>
internal static class SocketDirectoryCheck
{
    public const string Id = "IPC0138";
    private const string Name = "socket directory";

    public static Finding Of()
    {
        string? directory = null;
        try
        {
            directory = MeetingDirectory.Create(StartupArguments.Own([]));
            Listen(directory);
            return new Finding(Id, Name, $"private directories can be made in {Path.GetDirectoryName(directory)}");
        }
        catch (Exception e) when (e is IpcStartupException or BridgeAddressException)
        {
            return Problem((e.InnerException ?? e).Message);
        }
        catch (SocketException e)
        {
            return Problem($"No socket can be made in '{directory}': {e.Message}");
        }
        finally
        {
            if (directory is not null)
            {
                BridgeDirectory.Remove(directory);
            }
        }
    }

    /// <summary>Some file systems have no sockets.</summary>
    private static void Listen(string directory)
    {
        if (!OperatingSystem.IsWindows())
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Bind(new UnixDomainSocketEndPoint(BridgeAddress.SocketPath(directory)));
            socket.Listen(1);
        }
    }

    private static Finding Problem(string found)
        => new(Id, Name, found, "Set XDG_RUNTIME_DIR or TMPDIR to a folder of your own with a short path.", Capability.Windows);
}
