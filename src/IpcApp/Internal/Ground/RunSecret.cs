using System.Security.Cryptography;
using System.Text;

namespace IpcApp.Internal.Ground;

/// <summary>
/// What tells Electron's requests from those of any other program that finds the socket: random for each run, told to Electron over the
/// authenticated bridge, never logged and never on disk.
/// </summary>
internal sealed class RunSecret
{
    private readonly byte[] _bytes;

    public RunSecret()
    {
        Value = RandomNumberGenerator.GetHexString(64, lowercase: true);
        _bytes = Encoding.ASCII.GetBytes(Value);
    }

    public string Value { get; }

    /// <summary>Compares in a time that does not depend on where the two differ.</summary>
    public bool Matches(string? given) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given ?? ""), _bytes);

    /// <summary>Nothing that prints objects may print this one.</summary>
    public override string ToString() => nameof(RunSecret);
}
