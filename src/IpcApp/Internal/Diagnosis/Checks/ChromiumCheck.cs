using System.Text.Json;
using IpcApp.Internal.Launch;

namespace IpcApp.Internal.Diagnosis.Checks;

/// <summary>The Chromium or Chrome that the Chromium host would take. The host itself is asked, so that both look in the same places.</summary>
internal static class ChromiumCheck
{
    public const string Id = "IPC0136";
    private const string Name = "Chromium";
    private const string Locate = "console.log(JSON.stringify(require(process.argv[1]).locateBrowser()))";

    public static Finding Of(AppLayout? layout)
        => layout is null || !File.Exists(layout.ChromiumHost)
            ? Problem("not looked for: the Chromium host's files are missing", ElectronFilesCheck.Build)
            : Of(ProgramOutput.Of("node", ["-e", Locate, Path.Combine(Path.GetDirectoryName(layout.ChromiumHost)!, "lib", "browser", "locate.js")]));

    internal static Finding Of(ProgramOutput? node)
    {
        if (node is not { Succeeded: true })
        {
            return Problem("not looked for: that needs Node.js", NodeRuntime.Remedy);
        }

        try
        {
            using var located = JsonDocument.Parse(node.Printed);
            return located.RootElement.TryGetProperty("path", out var path)
                ? new Finding(Id, Name, path.GetString()!)
                : Missing(located.RootElement.GetProperty("missing").GetString()!.Replace("ipcapp: ", "", StringComparison.Ordinal));
        }
        catch (JsonException)
        {
            return Problem($"not looked for: the 'node' on the PATH answered '{node.Printed}'", NodeRuntime.Remedy);
        }
    }

    /// <param name="text">What was looked for; the way out.</param>
    private static Finding Missing(string text)
    {
        var end = text.LastIndexOf("; ", StringComparison.Ordinal);
        return Problem(text[..end], char.ToUpperInvariant(text[end + 2]) + text[(end + 3)..]);
    }

    private static Finding Problem(string found, string remedy) => new(Id, Name, found, remedy, Capability.Chromium);
}
