using IpcApp.Build.Processes;
using IpcApp.Template.Tests.Support;

namespace IpcApp.Template.Tests;

public sealed class ScaffoldTests(TemplateFixture template)
{
    [Fact]
    public async Task No_file_names_a_feed_or_a_place_on_a_machine()
    {
        var scaffold = await template.ScaffoldAsync("My.App");

        Assert.All(scaffold.TextFiles, file => Assert.DoesNotMatch(Content.FeedAddress(), scaffold.Read(file)));
        Assert.All(scaffold.TextFiles, file => Assert.DoesNotMatch(Content.AbsolutePath(), scaffold.Read(file)));
    }

    [Fact]
    public async Task Its_packages_are_those_that_were_packed()
    {
        var scaffold = await template.ScaffoldAsync("My.App");

        var versions = scaffold.Read("Directory.Packages.props");

        Assert.Contains($"<IpcAppVersion>{template.Packed.Version}</IpcAppVersion>", versions, StringComparison.Ordinal);
        Assert.All(Directory.EnumerateFiles(scaffold.PathOf("local-packages")), package =>
        {
            var packed = Path.Combine(template.Packages, Path.GetFileName(package));
            Assert.Equal(File.ReadAllBytes(packed), File.ReadAllBytes(package));
        });
    }

    [Fact]
    public async Task Without_restore_nothing_but_the_files_is_made_and_no_network_is_needed()
    {
        const string Nowhere = "http://127.0.0.1:9";
        var parent = template.NewFolder();
        var command = Dotnet.Command(
            parent, "new", "ipcapp", "--name", "Offline", "--skip-restore", "--no-update-check", "--debug:custom-hive", template.Hive.Folder);
        var offline = new Dictionary<string, string?>(command.Environment)
        {
            ["HTTP_PROXY"] = Nowhere,
            ["HTTPS_PROXY"] = Nowhere,
            ["ALL_PROXY"] = Nowhere,
        };

        await CommandRunner.RunAsync(command with { Environment = offline });

        Assert.Empty(Directory.EnumerateDirectories(parent, "obj", SearchOption.AllDirectories));
        Assert.True(File.Exists(Path.Combine(parent, "Offline", "Offline.slnx")));
    }

    [Fact]
    public async Task With_restore_both_projects_are_restored()
    {
        var parent = template.NewFolder();

        await CommandRunner.RunAsync(
            Dotnet.Command(parent, "new", "ipcapp", "--name", "Restored", "--debug:custom-hive", template.Hive.Folder));

        Assert.True(File.Exists(Path.Combine(parent, "Restored", "MainProcess", "obj", "project.assets.json")));
        Assert.True(File.Exists(Path.Combine(parent, "Restored", "tests", "obj", "project.assets.json")));
    }
}
