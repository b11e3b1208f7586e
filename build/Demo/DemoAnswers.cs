using System.Text.Json;

namespace IpcApp.Build.Demo;

/// <summary>What <c>driver.cjs</c> read from the page, by channel.</summary>
internal static class DemoAnswers
{
    public const string FileName = "demo.json";
    public const string ScreenshotName = "window.png";

    /// <exception cref="BuildException">The driver did not get to its end.</exception>
    public static IReadOnlyDictionary<string, string> Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            throw new BuildException("The page was not operated: the app ended before its window had loaded.");
        }

        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return json.RootElement.TryGetProperty("error", out var error)
            ? throw new BuildException($"The page could not be operated: {error.GetString()}")
            : json.RootElement.GetProperty("answers").Deserialize<Dictionary<string, string>>()!;
    }
}
