using System.Text.Json;

namespace IpcApp.Tests.Contract;

/// <summary>The table that .NET, Electron's side and the fake agree with: <c>tests/Contract/contract.json</c>.</summary>
internal static class ContractTable
{
    private static readonly JsonElement Root
        = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "contract.json"))).RootElement;

    private static readonly string Sources = Path.Combine(FindRoot(), "src");

    public static JsonElement Section(string name) => Root.GetProperty(name);

    /// <summary>The names in an object or an array of the table, in order of their letters.</summary>
    public static IEnumerable<string> Names(string section) => Sorted(
        Section(section) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(each => each.GetString()!)
            : Section(section).EnumerateObject().Select(each => each.Name));

    /// <summary>The default of a row, on this system.</summary>
    public static JsonElement DefaultOf(JsonElement row)
        => OperatingSystem.IsMacOS() && row.TryGetProperty("defaultOnMacOS", out var other) ? other : row.GetProperty("default");

    /// <summary>The texts that a side has, by name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> TextsOf(string side)
        => Section("texts").EnumerateObject()
            .Where(each => each.Value.GetProperty("in").EnumerateArray().Any(name => name.GetString() == side))
            .Select(each => KeyValuePair.Create(each.Name, each.Value.GetProperty("text").GetString()!))
            .OrderBy(each => each.Key, StringComparer.Ordinal);

    public static IEnumerable<string> Sorted(IEnumerable<string> names) => names.Order(StringComparer.Ordinal);

    public static string CamelCase(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>The texts of all files of a project, for lists that are in the code as <c>switch</c> and as literals.</summary>
    /// <param name="project">Its folder in <c>src</c>.</param>
    public static IEnumerable<string> SourcesOf(string project) => Directory
        .EnumerateFiles(Path.Combine(Sources, project), "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(Sources, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
        .Select(File.ReadAllText);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "IpcApp.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests are not below the repository's root.");
    }
}
