using System.Text.Json;

namespace IpcApp.Internal.Diagnosis.Checks;

/// <summary>Whether <c>package.json</c>, its lock file and <c>node_modules</c> agree.</summary>
internal static class NpmPackagesCheck
{
    public const string Id = "IPC0133";
    private const string Name = "npm packages";
    public const string LockFile = "package-lock.json";
    public const string RunCi = "Run 'npm ci' in the app's folder.";
    private const string RunInstall = "Run 'npm install' in the app's folder: it writes package-lock.json anew.";

    private static readonly string[] Kinds = ["dependencies", "devDependencies", "optionalDependencies"];

    public static Finding Of(string? root)
    {
        if (root is null)
        {
            return Problem("not looked at: the app's folder is not known", ElectronFilesCheck.Build);
        }

        try
        {
            using var package = Read(Path.Combine(root, "package.json"));
            if (!File.Exists(Path.Combine(root, LockFile)))
            {
                return new Finding(Id, Name, $"no {LockFile}: left to another package manager");
            }

            using var locked = Read(Path.Combine(root, LockFile));
            if (FindUnlocked(package.RootElement, locked.RootElement) is { } name)
            {
                return Problem($"package-lock.json is out of step with package.json: '{name}'", RunInstall);
            }

            var hidden = Path.Combine(root, "node_modules", ".package-lock.json");
            if (!File.Exists(hidden))
            {
                return Problem("node_modules is not there", RunCi);
            }

            using var installed = Read(hidden);
            return FindDifference(locked.RootElement, installed.RootElement) is { } path
                ? Problem($"node_modules is out of step with package-lock.json: '{path}'", RunCi)
                : new Finding(Id, Name, $"node_modules is what package-lock.json says ({Count(installed.RootElement)} packages)");
        }
        catch (FileNotFoundException e)
        {
            return Problem($"{Path.GetFileName(e.FileName)} is not there", RunInstall);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Problem(e.Message, RunInstall);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return Problem($"package.json or package-lock.json cannot be read: {e.Message}", RunInstall);
        }
    }

    /// <summary>A dependency that the lock file does not know as package.json has it.</summary>
    private static string? FindUnlocked(JsonElement package, JsonElement locked)
    {
        var root = locked.GetProperty("packages").GetProperty("");
        foreach (var kind in Kinds)
        {
            var wanted = Versions(package, kind);
            var known = Versions(root, kind);
            if (wanted.Keys.Union(known.Keys).FirstOrDefault(name => wanted.GetValueOrDefault(name) != known.GetValueOrDefault(name)) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>A package that is missing, or there in another version. What is optional may be missing: it is for other systems.</summary>
    private static string? FindDifference(JsonElement locked, JsonElement installed)
    {
        var there = installed.GetProperty("packages");
        foreach (var package in locked.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0))
        {
            if (there.TryGetProperty(package.Name, out var found)
                ? Version(found) != Version(package.Value)
                : !IsTrue(package.Value, "optional") && !IsTrue(package.Value, "devOptional") && !IsTrue(package.Value, "peer"))
            {
                return package.Name;
            }
        }

        return null;
    }

    private static int Count(JsonElement installed) => installed.GetProperty("packages").EnumerateObject().Count();

    private static string? Version(JsonElement package) => package.TryGetProperty("version", out var version) ? version.GetString() : null;

    private static bool IsTrue(JsonElement package, string name)
        => package.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static Dictionary<string, string?> Versions(JsonElement package, string kind)
        => package.TryGetProperty(kind, out var found) ? found.EnumerateObject().ToDictionary(each => each.Name, each => each.Value.GetString()) : [];

    private static JsonDocument Read(string file) => JsonDocument.Parse(File.ReadAllBytes(file));

    private static Finding Problem(string found, string remedy) => new(Id, Name, found, remedy, Capability.Package);
}
