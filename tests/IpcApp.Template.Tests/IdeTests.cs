using IpcApp.Template.Tests.Support;
using Microsoft.TemplateEngine.Abstractions;

namespace IpcApp.Template.Tests;

/// <summary>The template as an IDE sees it: by the SDK's own template engine, under Visual Studio's name.</summary>
public sealed class IdeTests(TemplateFixture template)
{
    private const string Name = "My.App";

    [Fact]
    public async Task The_engine_finds_nothing_wrong_with_the_template()
    {
        using var host = new IdeHost("vs", template.NewFolder());

        var found = Assert.Single(await host.ScanAsync(template.Packed.TemplatePackage));

        Assert.Empty(found.ValidationErrors.Select(error => $"{error.Severity} {error.Code}: {error.ErrorMessage}"));
        Assert.Equal(["de", "en"], found.Localizations.Keys.Order());
        Assert.All(found.Localizations.Values, language =>
            Assert.Empty(language.ValidationErrors.Select(error => $"{error.Severity} {error.Code}: {error.ErrorMessage}")));
    }

    [Fact]
    public async Task Visual_Studio_gets_the_same_files_and_makes_the_solution_itself()
    {
        var (_, scaffold) = await CreateAsync([]);

        var difference = Snapshot.Difference(await template.ScaffoldAsync(Name), scaffold, _ => false);

        Snapshot.AssertApproved(template.Repository, "visual-studio", difference);
    }

    [Fact]
    public async Task Visual_Studio_is_told_of_the_projects_and_of_the_one_to_start()
    {
        var (result, scaffold) = await CreateAsync([]);

        var outputs = result.PrimaryOutputs.Select(output => output.Path).ToList();
        Assert.Equal([$"MainProcess/{Name}.csproj", $"tests/{Name}.Tests.csproj"], outputs);
        Assert.All(outputs, output => Assert.True(File.Exists(scaffold.PathOf(output)), output));

        var restore = Assert.Single(result.PostActions, action => action.ActionId == new Guid("210D431B-A78B-4D2F-B762-4ED3E3EA9025"));
        Assert.Contains("\"tests/SampleApp.1.Tests.csproj\"", restore.Args["files"], StringComparison.Ordinal);
        var startup = Assert.Single(result.PostActions, action => action.ActionId == new Guid("5BECCC32-4D5A-4476-A0F9-BD2E81AF0689"));
        Assert.Equal("0", startup.Args["projects"]);
        Assert.Equal(2, result.PostActions.Count);
    }

    [Fact]
    public async Task Options_reach_Visual_Studio_s_apps_too()
    {
        var (_, scaffold) = await CreateAsync(new() { ["empty"] = "true", ["aot"] = "true", ["appId"] = "org.acme.notes" });

        var project = scaffold.Read($"MainProcess/{Name}.csproj");
        Assert.Contains("<PublishAot>true</PublishAot>", project, StringComparison.Ordinal);
        Assert.Contains("<IpcAppId>org.acme.notes</IpcAppId>", project, StringComparison.Ordinal);
        Assert.False(File.Exists(scaffold.PathOf("MainProcess", "NoteStore.cs")));
    }

    [Fact]
    public async Task So_do_the_windows_of_Electron_NET()
    {
        var (result, scaffold) = await CreateAsync(new() { ["windows"] = "electronnet" });

        Assert.All(result.PrimaryOutputs, output => Assert.True(File.Exists(scaffold.PathOf(output.Path)), output.Path));
        Assert.Equal(2, result.PrimaryOutputs.Count);
        Assert.True(File.Exists(scaffold.PathOf("MainProcess", "ElectronNetLauncher.cs")));
        Assert.DoesNotContain(scaffold.Files, file => file.EndsWith(".slnx", StringComparison.Ordinal));
    }

    private async Task<(ICreationResult Result, Scaffold Scaffold)> CreateAsync(Dictionary<string, string?> options)
    {
        using var host = new IdeHost("vs", template.NewFolder());
        var (result, folder) = await host.CreateAsync(template.Packed.TemplatePackage, template.NewFolder(), Name, options);
        return (result, new Scaffold(Name, folder));
    }
}
