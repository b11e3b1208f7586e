using System.Text.RegularExpressions;

namespace IpcApp.Internal.Diagnosis.Checks;

/// <summary>Finds files of an app that name the folder <c>ipcapp/electron-main</c> as earlier versions called it. The build refuses them, too.</summary>
internal static partial class OldNames
{
    public const string Remedy = "Write ipcapp/electron-main in its place.";

    private static readonly string[] Files = ["package.json", "electron-builder.yml", "electron/custom_main.js", "custom_main.js"];

    /// <returns>The first such file; null if there is none.</returns>
    public static string? FindIn(string root)
        => Files.FirstOrDefault(file => Path.Combine(root, file) is var path && File.Exists(path) && OldFolder.IsMatch(File.ReadAllText(path)));

    [GeneratedRegex(@"ipcapp/host\b")]
    private static partial Regex OldFolder { get; }
}
