using System.Text.Json;

namespace IpcApp.Bench.Driver;

/// <summary>
/// A copy of the program that takes <c>peer/host.js</c> for its host: .NET starts it and connects to it as it does with the real one.
/// </summary>
internal sealed class BridgeProgram : IDisposable
{
    private const string DevelopmentFile = "ipcapp.dev.json";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("ipcapp-bench-");

    public BridgeProgram()
    {
        Folder = _root.CreateSubdirectory("program").FullName;
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        }

        var development = Path.Combine(AppContext.BaseDirectory, DevelopmentFile);
        using var json = JsonDocument.Parse(File.ReadAllBytes(development));
        var peer = Path.Combine(json.RootElement.GetProperty("root").GetString()!, "peer", "host.js");
        WriteHost("electron-main", "main.js", "");
        WriteHost("chromium-stand-in", "cli.js", $"require({JsonSerializer.Serialize(peer)});\n");
        File.WriteAllText(Path.Combine(Folder, DevelopmentFile), JsonSerializer.Serialize(new { root = _root.FullName }));
    }

    /// <summary>Where the copy is.</summary>
    public string Folder { get; }

    public void Dispose() => _root.Delete(recursive: true);

    private void WriteHost(string folder, string file, string script)
        => File.WriteAllText(Path.Combine(_root.CreateSubdirectory(Path.Combine(".ipcapp", folder)).FullName, file), script);
}
