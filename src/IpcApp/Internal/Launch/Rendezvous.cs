using System.Globalization;

namespace IpcApp.Internal.Launch;

/// <summary>The private directory in which this process and Electron meet, in the environment: the first of the two creates it, the other inherits it.</summary>
/// <param name="Directory">What Electron has left here; null if it has not started this process.</param>
internal sealed record Rendezvous(string? Directory)
{
    private const string Variable = "IPCAPP_DIR";
    private const string HandshakeVariable = "IPCAPP_HANDSHAKE_MS";

    /// <summary>Takes it out of the environment: what the app starts has no business there.</summary>
    public static Rendezvous Take()
    {
        var directory = Environment.GetEnvironmentVariable(Variable);
        Withdraw();
        return new Rendezvous(string.IsNullOrEmpty(directory) ? null : directory);
    }

    /// <summary>Puts it where every process inherits it that this one starts.</summary>
    public static void Announce(string directory, TimeSpan handshakeTimeout)
    {
        foreach (var (name, value) in Variables(directory, handshakeTimeout))
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    public static void Withdraw()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        Environment.SetEnvironmentVariable(HandshakeVariable, null);
    }

    /// <summary>What Electron must find in its environment.</summary>
    public static IEnumerable<(string Name, string Value)> Variables(string directory, TimeSpan handshakeTimeout)
    {
        var milliseconds = (long)handshakeTimeout.TotalMilliseconds;
        return [(Variable, directory), (HandshakeVariable, milliseconds.ToString(CultureInfo.InvariantCulture))];
    }
}
