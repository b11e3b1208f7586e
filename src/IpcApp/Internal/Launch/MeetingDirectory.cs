using IpcApp.Internal.Bridge;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Launch;

/// <summary>Makes the directory in which the app waits for Electron that it starts.</summary>
internal static class MeetingDirectory
{
    /// <param name="launch">How this process was started, left there for Electron.</param>
    /// <exception cref="IpcStartupException">It cannot be made, or its path is too long for a socket.</exception>
    public static string Create(StartupArguments launch)
    {
        var directory = Make(launch);
        CheckPath(directory);
        _ = Task.Run(BridgeDirectory.Sweep); // the start does not wait for it
        return directory;
    }

    private static string Make(StartupArguments launch)
    {
        string? directory = null;
        try
        {
            directory = BridgeDirectory.Create();
            launch.WriteTo(directory);
            return directory;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (directory is not null)
            {
                BridgeDirectory.Remove(directory);
            }

            throw new IpcStartupException(
                $"No private directory could be made for the connection to Electron: {e.Message} Set XDG_RUNTIME_DIR or TMPDIR to a folder of your own.",
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
