using System.Text.Json;
using System.Text.RegularExpressions;
using IpcApp.Template.Tests.Support;

namespace IpcApp.Template.Tests;

/// <summary>
/// The checks that the template engine's own validator makes, and those it does not: it takes an unknown symbol for false.
/// </summary>
public sealed partial class TemplateJsonTests(TemplateFixture template)
{
    private static readonly string[] Operators = ["true", "false", "and", "or", "not"];

    private string ContentFolder => template.Repository.PathOf("template", "content");

    private JsonElement Template => Parse(".template.config/template.json");

    [Theory]
    [InlineData("author")]
    [InlineData("classifications")]
    [InlineData("identity")]
    [InlineData("groupIdentity")]
    [InlineData("precedence")]
    [InlineData("generatorVersions")]
    [InlineData("name")]
    [InlineData("shortName")]
    [InlineData("defaultName")]
    [InlineData("description")]
    [InlineData("sourceName")]
    [InlineData("primaryOutputs")]
    public void A_field_that_hosts_need_is_there(string field) => Assert.True(Template.TryGetProperty(field, out _));

    [Fact]
    public void It_is_a_solution_for_command_line_and_editors()
    {
        var tags = Template.GetProperty("tags");

        Assert.Equal(("C#", "solution", "solution"), (Text(tags, "language"), Text(tags, "type"), Text(tags, "editorTreatAs")));
        Assert.True(Template.GetProperty("preferNameDirectory").GetBoolean());
    }

    [Fact]
    public void Every_symbol_in_a_condition_is_declared()
    {
        var declared = Template.GetProperty("symbols").EnumerateObject().Select(symbol => symbol.Name).ToHashSet();
        var used = Conditions(Template)
            .SelectMany(condition => Identifier().Matches(Quoted().Replace(condition, "")))
            .Select(match => match.Value);

        Assert.Empty(used.Except(declared).Except(Operators));
    }

    [Fact]
    public void Every_form_and_source_of_a_symbol_is_declared()
    {
        var symbols = Template.GetProperty("symbols");
        var names = symbols.EnumerateObject().Select(symbol => symbol.Name).Append("name").ToHashSet();
        var own = Template.GetProperty("forms").EnumerateObject().ToList();
        string[] forms = ["xmlEncode", "lowerCaseInvariant", .. own.Select(form => form.Name)];
        var derived = symbols.EnumerateObject().Select(symbol => symbol.Value).Where(symbol => Text(symbol, "type") == "derived").ToList();
        var steps = own
            .Where(form => form.Value.TryGetProperty("steps", out _))
            .SelectMany(form => form.Value.GetProperty("steps").EnumerateArray().Select(step => step.GetString()!));

        Assert.All(derived, symbol => Assert.Contains(Text(symbol, "valueSource"), names));
        Assert.All(derived, symbol => Assert.Contains(Text(symbol, "valueTransform"), forms));
        Assert.All(steps, step => Assert.Contains(step, forms));
    }

    [Fact]
    public void Every_text_to_replace_stands_in_the_content()
    {
        var replaced = Template.GetProperty("symbols").EnumerateObject()
            .Where(symbol => symbol.Value.TryGetProperty("replaces", out _))
            .Select(symbol => Text(symbol.Value, "replaces"));
        var all = string.Concat(ContentFiles().Select(File.ReadAllText));

        Assert.All(replaced, text => Assert.Contains(text, all));
    }

    [Fact]
    public void Hosts_know_only_symbols_that_there_are()
    {
        var symbols = Template.GetProperty("symbols").EnumerateObject().Select(symbol => symbol.Name).ToList();
        var commandLine = Parse(".template.config/dotnetcli.host.json").GetProperty("symbolInfo").EnumerateObject();
        var editor = Parse(".template.config/ide.host.json");

        Assert.All(commandLine, symbol => Assert.Contains(symbol.Name, symbols));
        Assert.All(editor.GetProperty("symbolInfo").EnumerateArray(), symbol => Assert.Contains(Text(symbol, "id"), symbols));
        Assert.True(File.Exists(Path.Combine(ContentFolder, ".template.config", Text(editor, "icon"))));
    }

    [Fact]
    public void Editors_make_their_own_solution()
    {
        Assert.All(Template.GetProperty("sources").EnumerateArray(), source =>
        {
            var modifier = source.GetProperty("modifiers").EnumerateArray().Last();

            Assert.Equal("*.slnx", Assert.Single(modifier.GetProperty("exclude").EnumerateArray()).GetString());
            Assert.Contains("HostIdentifier != \"dotnetcli\"", Text(modifier, "condition"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Packages_and_pictures_are_copied_untouched() => Assert.Equal(
        ["local-packages/**", "build/icons/**", "build/icon.*"],
        Template.GetProperty("sources")[0].GetProperty("copyOnly").EnumerateArray().Select(pattern => pattern.GetString()));

    [Fact]
    public void Every_translation_has_the_same_keys_and_a_post_action_s_instructions()
    {
        var keys = Directory.GetFiles(Path.Combine(ContentFolder, ".template.config", "localize"))
            .Select(file => Parse(file).EnumerateObject().Select(text => text.Name).Order().ToList())
            .ToList();

        Assert.True(keys.Count > 1);
        Assert.All(keys, each => Assert.Equal(keys[0], each));
        foreach (var action in Template.GetProperty("postActions").EnumerateArray())
        {
            var instruction = Text(action.GetProperty("manualInstructions")[0], "id");
            Assert.Contains($"postActions/{Text(action, "id")}/description", keys[0]);
            Assert.Contains($"postActions/{Text(action, "id")}/manualInstructions/{instruction}/text", keys[0]);
        }
    }

    [Fact]
    public void No_file_names_a_feed_or_a_place_on_a_machine_or_has_carriage_returns() => Assert.All(ContentFiles(), file =>
    {
        var text = File.ReadAllText(file);
        Assert.DoesNotMatch(Content.FeedAddress(), text);
        Assert.DoesNotMatch(Content.AbsolutePath(), text);
        Assert.DoesNotContain('\r', text);
    });

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static IEnumerable<string> Conditions(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property.Name == "condition"
            ? [property.Value.GetString()!]
            : Conditions(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Conditions),
        _ => [],
    };

    private JsonElement Parse(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(ContentFolder, file))).RootElement;

    private IEnumerable<string> ContentFiles()
        => Directory.EnumerateFiles(ContentFolder, "*", SearchOption.AllDirectories).Where(Content.IsText);

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Identifier();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();
}
