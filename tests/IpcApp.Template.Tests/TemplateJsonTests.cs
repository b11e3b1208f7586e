using System.Text.Json;
using IpcApp.Template.Tests.Support;

namespace IpcApp.Template.Tests;

/// <summary>What template.json has to say so that hosts show and use the template well.</summary>
public sealed class TemplateJsonTests(TemplateFixture template)
{
    private readonly TemplateSource _source = new(template.Repository);

    private JsonElement Template => _source.Template;

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

        Assert.Equal(("C#", "solution", "solution"), (tags.Text("language"), tags.Text("type"), tags.Text("editorTreatAs")));
        Assert.True(Template.GetProperty("preferNameDirectory").GetBoolean());
    }

    [Fact]
    public void Every_form_and_source_of_a_symbol_is_declared()
    {
        var symbols = Template.GetProperty("symbols");
        var names = symbols.EnumerateObject().Select(symbol => symbol.Name).Append("name").ToHashSet();
        var own = Template.GetProperty("forms").EnumerateObject().ToList();
        string[] forms = ["xmlEncode", "lowerCaseInvariant", "safe_namespace", .. own.Select(form => form.Name)];
        var derived = symbols.EnumerateObject().Select(symbol => symbol.Value).Where(symbol => symbol.Text("type") == "derived").ToList();
        var steps = own
            .Where(form => form.Value.TryGetProperty("steps", out _))
            .SelectMany(form => form.Value.GetProperty("steps").EnumerateArray().Select(step => step.GetString()!));

        Assert.All(derived, symbol => Assert.Contains(symbol.Text("valueSource"), names));
        Assert.All(derived, symbol => Assert.Contains(symbol.Text("valueTransform"), forms));
        Assert.All(steps, step => Assert.Contains(step, forms));
    }

    [Fact]
    public void Every_text_to_replace_stands_in_the_content()
    {
        var replaced = Template.GetProperty("symbols").EnumerateObject()
            .Where(symbol => symbol.Value.TryGetProperty("replaces", out _))
            .Select(symbol => symbol.Value.Text("replaces"));
        var all = string.Concat(_source.TextFiles.Select(File.ReadAllText));

        Assert.All(replaced, text => Assert.Contains(text, all));
    }

    [Fact]
    public void Editors_make_their_own_solution()
    {
        string[] withSolutions = ["", "./.electronnet/"];
        var sources = Template.GetProperty("sources").EnumerateArray()
            .Where(source => withSolutions.Contains(source.TryGetProperty("source", out var folder) ? folder.GetString() : ""));

        Assert.All(sources, source =>
        {
            var modifier = source.GetProperty("modifiers").EnumerateArray().Last();

            Assert.Equal("*.slnx", Assert.Single(modifier.GetProperty("exclude").EnumerateArray()).GetString());
            Assert.Contains("HostIdentifier != \"dotnetcli\"", modifier.Text("condition"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Packages_and_pictures_are_copied_untouched() => Assert.Equal(
        ["local-packages/**", "build/icons/**", "build/icon.*"],
        Template.GetProperty("sources")[0].GetProperty("copyOnly").EnumerateArray().Select(pattern => pattern.GetString()));

    [Fact]
    public void No_file_names_a_feed_or_a_place_on_a_machine_or_has_carriage_returns() => Assert.All(_source.TextFiles, file =>
    {
        var text = File.ReadAllText(file);
        Assert.DoesNotMatch(Content.FeedAddress(), text);
        Assert.DoesNotMatch(Content.AbsolutePath(), text);
        Assert.DoesNotContain('\r', text);
    });
}
