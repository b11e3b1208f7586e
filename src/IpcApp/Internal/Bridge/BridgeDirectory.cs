using System.Security.Cryptography;

namespace IpcApp.Internal.Bridge;

/// <summary>The directory in which the two sides meet: only this user can enter it.</summary>
internal static class BridgeDirectory
{
    /// <summary>Beside socket and secret: how the app was started.</summary>
    public const string LaunchFileName = "launch.json";

    /// <summary>The second socket, that of an app with endpoints.</summary>
    public const string EndpointSocketName = "http.sock";

    /// <summary>How its name begins; after it comes the <see cref="ProcessTag"/> of the process that made it.</summary>
    public const string Prefix = "ipcapp-";

    private const int RandomDigits = 8;

    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Makes a new one.</summary>
    /// <returns>Its full path, all that the other side must be told.</returns>
    public static string Create()
    {
        var random = RandomNumberGenerator.GetHexString(RandomDigits, lowercase: true);
        var path = Path.Combine(Parent(), $"{Prefix}{ProcessTag.OfThisProcess}-{random}");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, Private);
        }

        Check(path);
        return path;
    }

    /// <summary>Removes the directories of apps that were killed.</summary>
    public static void Sweep() => AbandonedDirectories.Sweep(Parent());

    /// <summary>
    /// Removes a directory that is not used any more, with what both sides put there. One that does not look like one, or has other files in
    /// it, stays: a program that is started by hand can be given any directory. Ignores one that is gone already or cannot be removed.
    /// </summary>
    public static void Remove(string directory)
    {
        if (!Path.GetFileName(directory).StartsWith(Prefix, StringComparison.Ordinal) || WhyNotPrivate(directory) is not null)
        {
            return;
        }

        try
        {
            File.Delete(Path.Combine(directory, BridgeAddress.SocketName));
            foreach (var secret in Directory.EnumerateFiles(directory, $"{SecretFile.Name}*")) // it has other names while it is written and read
            {
                File.Delete(secret);
            }

            File.Delete(Path.Combine(directory, LaunchFileName));
            File.Delete(Path.Combine(directory, EndpointSocketName));
            Directory.Delete(directory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Gone already, or with something in it that is not ours.
        }
    }

    /// <summary>Whether only this user can enter a directory, which is not a link.</summary>
    public static bool IsPrivate(string directory) => WhyNotPrivate(directory) is null;

    /// <summary>Refuses a directory in which another user could listen, or read the secret.</summary>
    /// <exception cref="BridgeAddressException">It is one.</exception>
    public static void Check(string directory)
    {
        if (WhyNotPrivate(directory) is { } problem)
        {
            throw new BridgeAddressException(
                $"The bridge's directory '{directory}' {problem}. Use a directory of your own that no other user can enter (mode 0700).");
        }
    }

    private static string Parent()
    {
        var runtime = OperatingSystem.IsWindows() ? null : Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR");
        return Path.IsPathFullyQualified(runtime ?? "") && WhyNotPrivate(runtime!) is null ? runtime! : Path.GetTempPath();
    }

    private static string? WhyNotPrivate(string directory)
    {
        var info = new DirectoryInfo(directory);
        if (!info.Exists)
        {
            return File.Exists(directory) ? "is not a directory" : "does not exist";
        }

        if (info.LinkTarget is not null)
        {
            return "is a link";
        }

        if (OperatingSystem.IsWindows())
        {
            return WindowsAccess.WhyNotPrivate(info);
        }

        if (UnixOwner.Of(directory) is { } owner && owner != UnixUser.Current)
        {
            return $"belongs to another user (uid {owner})";
        }

        return (info.UnixFileMode & Others) == 0 ? null : $"is open to other users (mode 0{Convert.ToString((int)info.UnixFileMode, 8)})";
    }
}
