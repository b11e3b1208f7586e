using System.Text.Json;

namespace IpcApp.Internal.Diagnosis.Checks;

internal static class NpmPackage
{
    /// <summary>The version of a package in <c>node_modules</c>; null if it is not there, or cannot be read.</summary>
    public static string? VersionOf(string root, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(root, "node_modules", name, "package.json")));
            return json.RootElement.GetProperty("version").GetString();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException
            or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
