using System.Security.Cryptography;

namespace IpcApp.Internal.Bridge;

/// <summary>The single-use secret that Electron leaves in the private directory.</summary>
internal static class SecretFile
{
    public const int Size = 32;

    public const string Name = "secret";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads and deletes it. Null if it is not there (yet, or any more).</summary>
    /// <exception cref="BridgeAddressException">It is not a file that only this user can read.</exception>
    public static byte[]? Take(string directory)
    {
        var path = Path.Combine(directory, Name);
        var claimed = $"{path}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        try
        {
            Check(path);

            // Of two processes that try, one gets it: renaming is one step, reading and deleting are two.
            File.Move(path, claimed);
            return Read(path, claimed);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        finally
        {
            File.Delete(claimed);
        }
    }

    private static byte[] Read(string path, string claimed)
    {
        var secret = new byte[Size];
        using var file = File.OpenRead(claimed);
        if (file.Length != Size)
        {
            throw new BridgeAddressException(
                $"The bridge's secret file '{path}' has {file.Length} bytes instead of {Size}: Electron has not written it. Delete it.");
        }

        file.ReadExactly(secret);
        return secret;
    }

    private static void Check(string path)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is not null)
        {
            throw new BridgeAddressException($"The bridge's secret file '{path}' is a link: Electron has not written it. Delete it.");
        }

        if (OperatingSystem.IsWindows() || !file.Exists)
        {
            return;
        }

        if (file.UnixFileMode != OwnerOnly || (UnixOwner.Of(path) is { } owner && owner != UnixUser.Current))
        {
            throw new BridgeAddressException(
                $"The bridge's secret file '{path}' must be yours and have mode 0600; it has 0{Convert.ToString((int)file.UnixFileMode, 8)}"
                + ", so others may know the secret. Delete the directory and start the app again.");
        }
    }
}
