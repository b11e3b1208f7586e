using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace IpcApp.Internal.Bridge;

/// <summary>Who owns a file: .NET tells the mode of a file, but not its owner.</summary>
internal static class UnixOwner
{
    private const int StatusBytes = 256;
    private const int NotFollowingLinks = 0x100;
    private const int CurrentDirectory = -100;
    private const uint WantOwner = 0x8;

    /// <summary>The owner's user id; null where it cannot be asked.</summary>
    public static uint? Of(string path)
    {
        try
        {
            var status = new byte[StatusBytes];
            if (OperatingSystem.IsLinux())
            {
                // struct statx is the same on every architecture: stx_uid is at 20.
                return StatX(CurrentDirectory, path, NotFollowingLinks, WantOwner, status) == 0 ? UserAt(status, 20) : null;
            }

            // struct stat of macOS, with 64-bit inodes: st_uid is at 16.
            return OperatingSystem.IsMacOS() && LinkStatus(path, status) == 0 ? UserAt(status, 16) : null;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library from before statx: that only the owner can enter is then known from the mode alone.
            return null;
        }
    }

    private static uint UserAt(byte[] status, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(status.AsSpan(offset));

    private static int LinkStatus(string path, byte[] status) =>
        RuntimeInformation.ProcessArchitecture == Architecture.X64 ? LinkStatusX64(path, status) : LinkStatusArm64(path, status);

    [DllImport("libc", EntryPoint = "statx")]
    private static extern int StatX(int directory, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] status);

    [DllImport("libc", EntryPoint = "lstat")]
    private static extern int LinkStatusArm64([MarshalAs(UnmanagedType.LPUTF8Str)] string path, byte[] status);

    [DllImport("libc", EntryPoint = "lstat$INODE64")]
    private static extern int LinkStatusX64([MarshalAs(UnmanagedType.LPUTF8Str)] string path, byte[] status);
}
