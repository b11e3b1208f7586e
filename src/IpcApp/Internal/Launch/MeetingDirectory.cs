using IpcApp.Internal.Bridge;
using IpcApp.Internal.Hosting;

namespace IpcApp.Internal.Launch;

/// <summary>Makes the directory in which the app waits for a host that it starts.</summary>
internal static class MeetingDirectory
{
    /// <exception cref="IpcStartupException">It cannot be made, or its path is too long for a socket.</exception>
    public static string Create()
    {
        var directory = Make();
        CheckPath(directory);
        return directory;
    }

    private static string Make()
    {
        try
        {
            return BridgeDirectory.Create();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IpcStartupException(
                $"No private directory could be made for the connection to the host: {e.Message} Set XDG_RUNTIME_DIR or TMPDIR to a folder of your own.",
                ExitCodes.HostNotConnected,
                e);
        }
    }

    /// <summary>Too long a path is better told before a host is started than by both sides after it.</summary>
    private static void CheckPath(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            BridgeAddress.SocketPath(directory);
        }
        catch (BridgeAddressException e)
        {
            BridgeDirectory.Remove(directory);
            throw new IpcStartupException(e.Message, ExitCodes.HostNotConnected, e);
        }
    }
}
