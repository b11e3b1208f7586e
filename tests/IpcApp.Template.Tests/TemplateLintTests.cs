using System.Text.Json;
using System.Text.RegularExpressions;
using IpcApp.Template.Tests.Support;

namespace IpcApp.Template.Tests;

/// <summary>What the template engine overlooks: it takes an unknown symbol for false, and passes over a member that it does not know.</summary>
public sealed partial class TemplateLintTests(TemplateFixture template)
{
    private static readonly string[] Operators = ["true", "false", "and", "or", "not"];
    private static readonly string[] Filters = ["condition", "include", "exclude", "copyOnly", "rename"];

    private readonly TemplateSource _source = new(template.Repository);

    private IEnumerable<string> Conditions => _source.Template.All("condition")
        .Concat(_source.TextFiles
            .SelectMany(file => Content.Condition().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["condition"].Value));

    [Fact]
    public void Every_symbol_in_a_condition_is_declared()
        => Assert.Empty(Conditions.SelectMany(SymbolsIn).Except(_source.Symbols.Keys).Except(Operators));

    [Fact]
    public void Both_kinds_of_windows_come_with_the_same_Electron()
    {
        using var package = JsonDocument.Parse(_source.Read("package.json"));
        var electron = package.RootElement.GetProperty("devDependencies").Text("electron");

        Assert.Contains($"<ElectronVersion>{electron}</ElectronVersion>", _source.Read(".electronnet/MainProcess/SampleApp.1.csproj"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_declared_symbol_is_used()
    {
        var inConditions = Conditions.SelectMany(SymbolsIn);
        var bySymbols = _source.Template.All("valueSource")
            .Concat(_source.Template.All("sourceVariableName"))
            .Concat(_source.Template.All("fallbackVariableName"));
        var inFiles = _source.Symbols.Where(symbol => symbol.Value.TryGetProperty("replaces", out _)).Select(symbol => symbol.Key);

        Assert.Empty(_source.Symbols.Keys.Except(inConditions).Except(bySymbols).Except(inFiles));
    }

    [Fact]
    public void Every_declared_form_is_used()
    {
        var forms = _source.Template.GetProperty("forms").EnumerateObject().ToList();
        var used = forms.SelectMany(form => form.Value.Texts("steps")).Concat(_source.Template.All("valueTransform"));

        Assert.Empty(forms.Select(form => form.Name).Except(used));
    }

    [Fact]
    public void Every_parameter_says_what_it_is_and_what_it_is_without_a_value() => Assert.All(_source.Parameters, parameter =>
    {
        Assert.All(["displayName", "description"], text => Assert.NotEmpty(parameter.Value.Text(text)));
        Assert.Equal(JsonValueKind.String, parameter.Value.GetProperty("defaultValue").ValueKind);
        if (parameter.Value.Text("datatype") == "choice")
        {
            var choices = parameter.Value.GetProperty("choices").EnumerateArray().ToList();
            Assert.Contains(parameter.Value.Text("defaultValue"), choices.Select(choice => choice.Text("choice")));
            Assert.All(choices, choice => Assert.All(["displayName", "description"], text => Assert.NotEmpty(choice.Text(text))));
        }
    });

    [Fact]
    public void Hosts_know_every_parameter_and_no_other()
    {
        var commandLine = _source.Configured("dotnetcli.host.json").GetProperty("symbolInfo").EnumerateObject().ToList();
        var editor = _source.Configured("ide.host.json");
        var visible = editor.GetProperty("symbolInfo").EnumerateArray().Where(symbol => symbol.GetProperty("isVisible").GetBoolean());

        Assert.Equal(_source.Parameters.Select(parameter => parameter.Key).Order(), commandLine.Select(symbol => symbol.Name).Order());
        Assert.Distinct(commandLine.Select(symbol => symbol.Value.Text("longName")));
        Assert.Equal(
            _source.Parameters.Select(parameter => parameter.Key).Except(["skipRestore"]).Order(), // an IDE restores by itself
            visible.Select(symbol => symbol.Text("id")).Order());
        Assert.True(File.Exists(_source.PathOf(".template.config", editor.Text("icon"))));
    }

    [Fact]
    public void Every_text_that_is_shown_is_in_every_language()
    {
        var texts = ShownTexts().ToDictionary();

        Assert.Superset(new HashSet<string> { "de", "en" }, _source.Translations.Keys.ToHashSet());
        Assert.All(_source.Translations.Values, language => Assert.Equal(
            texts.Keys.Order(), language.EnumerateObject().Select(text => text.Name).Order()));
        Assert.All(_source.Translations["en"].EnumerateObject(), text => Assert.Equal(texts[text.Name], text.Value.GetString()));
    }

    [Fact]
    public void Every_member_is_one_that_the_engine_knows()
    {
        var json = _source.Template;
        AssertKnown(json, "$schema", "author", "classifications", "identity", "groupIdentity", "precedence", "generatorVersions", "name",
            "shortName", "defaultName", "description", "sourceName", "preferNameDirectory", "tags", "constraints", "symbols", "forms", "sources",
            "primaryOutputs", "postActions");
        foreach (var symbol in _source.Symbols.Values)
        {
            string[] members = symbol.Text("type") switch
            {
                "bind" => ["binding"],
                "parameter" => ["datatype", "displayName", "description", "choices", "defaultValue", "replaces"],
                "derived" => ["valueSource", "valueTransform", "replaces", "fileRename"],
                "generated" => ["generator", "parameters", "replaces"],
                "computed" => ["value"],
                var other => throw new InvalidOperationException($"'{other}' is no type of symbols"),
            };
            AssertKnown(symbol, ["type", .. members]);
        }

        Assert.All(json.GetProperty("forms").EnumerateObject(), form => AssertKnown(form.Value, form.Value.Text("identifier") switch
        {
            "chain" => ["identifier", "steps"],
            "replace" => ["identifier", "pattern", "replacement"],
            var other => throw new InvalidOperationException($"'{other}' is no form"),
        }));
        foreach (var source in json.GetProperty("sources").EnumerateArray())
        {
            AssertKnown(source, ["source", "target", "modifiers", .. Filters]);
            Assert.All(Modifiers(source), modifier => AssertKnown(modifier, Filters));
        }

        Assert.All(json.GetProperty("primaryOutputs").EnumerateArray(), output => AssertKnown(output, "path", "condition"));
        Assert.All(json.GetProperty("postActions").EnumerateArray(), action =>
            AssertKnown(action, "id", "description", "condition", "actionId", "continueOnError", "args", "manualInstructions"));
    }

    [Fact]
    public void Every_path_and_pattern_is_of_a_file_that_there_is()
    {
        var names = _source.Names.Append("local-packages/IpcApp.nupkg").ToList(); // which packing adds
        var patterns = _source.Template.GetProperty("sources").EnumerateArray().SelectMany(PatternsOf);
        var paths = _source.Template.GetProperty("primaryOutputs").All("path")
            .Concat(_source.Template.GetProperty("postActions").EnumerateArray().SelectMany(action => action.GetProperty("args").Texts("files")));

        Assert.All(patterns, pattern => Assert.Contains(names, name => Glob(pattern).IsMatch(name)));
        Assert.All(paths, path => Assert.Contains(path, names));
    }

    /// <summary>The patterns of a source, which begin in its folder.</summary>
    private static IEnumerable<string> PatternsOf(JsonElement source)
    {
        var folder = source.TryGetProperty("source", out var place) ? place.GetString()!.TrimStart('.', '/') : null;
        return Modifiers(source).Prepend(source)
            .SelectMany(filter => filter.Texts("include").Concat(filter.Texts("exclude")).Concat(filter.Texts("copyOnly")))
            .Select(pattern => folder is null ? pattern : $".{folder}{pattern}");
    }

    /// <summary>Each text under the key that translations have for it.</summary>
    private IEnumerable<KeyValuePair<string, string>> ShownTexts()
    {
        var json = _source.Template;
        foreach (var name in (string[])["author", "name", "description"])
        {
            yield return new(name, json.Text(name));
        }

        foreach (var (name, parameter) in _source.Parameters)
        {
            var choices = parameter.TryGetProperty("choices", out var all) ? all.EnumerateArray() : default;
            var elements = choices
                .Select(choice => ($"symbols/{name}/choices/{choice.Text("choice")}", choice))
                .Prepend(($"symbols/{name}", parameter));
            foreach (var (key, element) in elements)
            {
                yield return new($"{key}/displayName", element.Text("displayName"));
                yield return new($"{key}/description", element.Text("description"));
            }
        }

        foreach (var action in json.GetProperty("postActions").EnumerateArray())
        {
            var key = $"postActions/{action.Text("id")}";
            yield return new($"{key}/description", action.Text("description"));
            foreach (var instruction in action.GetProperty("manualInstructions").EnumerateArray())
            {
                yield return new($"{key}/manualInstructions/{instruction.Text("id")}/text", instruction.Text("text"));
            }
        }
    }

    private static void AssertKnown(JsonElement element, params string[] members)
        => Assert.Empty(element.EnumerateObject().Select(member => member.Name).Except(members));

    private static JsonElement.ArrayEnumerator Modifiers(JsonElement source)
        => source.TryGetProperty("modifiers", out var modifiers) ? modifiers.EnumerateArray() : default;

    private static IEnumerable<string> SymbolsIn(string condition)
        => Identifier().Matches(Quoted().Replace(condition, "")).Select(match => match.Value);

    private static Regex Glob(string pattern)
        => new($"^{Regex.Escape(pattern).Replace(@"\*\*", ".+", StringComparison.Ordinal).Replace(@"\*", "[^/]+", StringComparison.Ordinal)}$");

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Identifier();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();
}
