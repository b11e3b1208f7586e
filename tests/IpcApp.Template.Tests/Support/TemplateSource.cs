using System.Text.Json;
using IpcApp.Build;

namespace IpcApp.Template.Tests.Support;

/// <summary>The template as it lies in the repository.</summary>
internal sealed class TemplateSource(Repository repository)
{
    private const string Configuration = ".template.config";

    public string Folder { get; } = repository.PathOf("template", "content");

    /// <summary>template.json.</summary>
    public JsonElement Template => Configured("template.json");

    /// <summary>The symbols of template.json by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Symbols
        => Template.GetProperty("symbols").EnumerateObject().ToDictionary(symbol => symbol.Name, symbol => symbol.Value);

    /// <summary>The symbols that users give a value to.</summary>
    public IEnumerable<KeyValuePair<string, JsonElement>> Parameters
        => Symbols.Where(symbol => symbol.Value.Text("type") == "parameter");

    /// <summary>The translations by the part of the file's name that tells the language.</summary>
    public IReadOnlyDictionary<string, JsonElement> Translations => Directory.GetFiles(PathOf(Configuration, "localize"))
        .ToDictionary(file => Path.GetFileName(file).Split('.')[1], file => JsonDocument.Parse(File.ReadAllText(file)).RootElement);

    /// <summary>The paths of all files that a person can read.</summary>
    public IEnumerable<string> TextFiles => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(Content.IsText);

    /// <summary>What all files are called, relative and with forward slashes.</summary>
    public IReadOnlyList<string> Names => [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))];

    /// <summary>A file that tells the engine or a host of the template.</summary>
    public JsonElement Configured(string file) => JsonDocument.Parse(File.ReadAllText(PathOf(Configuration, file))).RootElement;

    public string Read(string file) => File.ReadAllText(PathOf(file.Split('/')));

    public string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);
}

internal static class JsonElementExtensions
{
    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    /// <summary>The texts of an array, or none if there is no such member.</summary>
    public static IEnumerable<string> Texts(this JsonElement element, string name)
        => element.TryGetProperty(name, out var texts) ? texts.EnumerateArray().Select(text => text.GetString()!) : [];

    /// <summary>Every member of a name, at any depth.</summary>
    public static IEnumerable<string> All(this JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property.Name == name
            ? [property.Value.GetString()!]
            : property.Value.All(name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(each => each.All(name)),
        _ => [],
    };
}
