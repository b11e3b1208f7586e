using System.Text.Json;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Launch;

namespace IpcApp.Internal.Diagnosis.Verification;

/// <summary>How long a packaged app waits for its .NET to connect.</summary>
internal static class Handshake
{
    /// <summary>What <c>IpcAppHandshakeMs</c> is where the project sets no other.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(15);

    /// <summary>Of the packages made from the app that <c>verify</c> is run in: what its last build wrote.</summary>
    public static TimeSpan OfPackages(string programDirectory)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(AppLayout.Read(programDirectory).Settings));
            return TimeSpan.FromMilliseconds(json.RootElement.GetProperty("handshakeMs").GetInt32());
        }
        catch (Exception e) when (e is IpcStartupException or IOException or UnauthorizedAccessException
            or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return Usual; // another app's package, perhaps
        }
    }
}
