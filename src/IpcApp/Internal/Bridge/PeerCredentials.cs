using System.Buffers.Binary;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace IpcApp.Internal.Bridge;

/// <summary>Asks the system who is at the other end of a Unix domain socket.</summary>
internal static class PeerCredentials
{
    /// <exception cref="BridgeHandshakeException">It is another user.</exception>
    public static void Check(Socket socket, string path)
    {
        if (UserIdOf(socket) is { } user && user != UnixUser.Current)
        {
            throw new BridgeHandshakeException(
                $"Another user (uid {user}) listens at '{path}'. Host and main process must run as the same user.");
        }
    }

    /// <summary>Null where the system has no such question.</summary>
    private static uint? UserIdOf(Socket socket)
    {
        if (OperatingSystem.IsLinux())
        {
            // SOL_SOCKET, SO_PEERCRED: struct ucred { pid, uid, gid }
            return Ask(socket, level: 1, name: 17, size: 12);
        }

        // SOL_LOCAL, LOCAL_PEERCRED: struct xucred { version, uid, … }
        return OperatingSystem.IsMacOS() ? Ask(socket, level: 0, name: 1, size: 76) : null;
    }

    private static uint Ask(Socket socket, int level, int name, int size)
    {
        Span<byte> answer = stackalloc byte[size];
        socket.GetRawSocketOption(level, name, answer);
        return BinaryPrimitives.ReadUInt32LittleEndian(answer[sizeof(int)..]);
    }
}

/// <summary>The user this process acts as.</summary>
internal static class UnixUser
{
    public static uint Current => GetEffectiveUserId();

    [DllImport("libc", EntryPoint = "geteuid")]
    private static extern uint GetEffectiveUserId();
}
