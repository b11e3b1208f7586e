using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace IpcApp.Internal.Bridge;

/// <summary>
/// Removes the private directories of apps whose processes were both killed. Others can write into a temporary directory, so a name alone
/// says nothing: the directory must be this user's and closed to others, and neither the process that made it nor Electron may still use it.
/// </summary>
internal static partial class AbandonedDirectories
{
    /// <summary>Removes what has been abandoned. Failures are ignored: the next start tries again.</summary>
    /// <param name="parent">Where private directories are made.</param>
    public static void Sweep(string parent)
    {
        try
        {
            foreach (var directory in Directory.EnumerateDirectories(parent, $"{BridgeDirectory.Prefix}*"))
            {
                if (IsAbandoned(directory))
                {
                    BridgeDirectory.Remove(directory);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The folder cannot be listed, or has changed meanwhile.
        }
    }

    private static bool IsAbandoned(string directory)
        => Name().Match(Path.GetFileName(directory)) is { Success: true } name
            && int.TryParse(name.Groups["id"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && BridgeDirectory.IsPrivate(directory)
            && !ProcessTag.IsRunning(id, name.Groups["start"].Value)
            && !IsListenedIn(directory);

    /// <summary>Electron can outlive the process that made the directory. Process ids of a container are also not those of another.</summary>
    private static bool IsListenedIn(string directory)
    {
        var path = Path.Combine(directory, BridgeAddress.SocketName);
        if (OperatingSystem.IsWindows() || !File.Exists(path))
        {
            return false;
        }

        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return true;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode != SocketError.ConnectionRefused;
        }
        catch (ArgumentException)
        {
            return true; // the path is too long for this process
        }
    }

    [GeneratedRegex(@"^ipcapp-(?<id>[0-9]+)(\.(?<start>[0-9a-f]+))?-[0-9A-Za-z]+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
