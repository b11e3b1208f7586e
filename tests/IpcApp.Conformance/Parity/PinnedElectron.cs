using System.Text.Json;
using IpcApp.Tests.Shared;

namespace IpcApp.Conformance.Parity;

/// <summary>The Electron of the repository's <c>package.json</c>, which evidence names.</summary>
internal static class PinnedElectron
{
    public static string Version { get; } = Read();

    private static string Read()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Checkout.PathOf("package.json")));
        return json.RootElement.GetProperty("devDependencies").GetProperty("electron").GetString()!;
    }
}
