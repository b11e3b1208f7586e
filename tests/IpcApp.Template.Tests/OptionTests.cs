using IpcApp.Template.Tests.Support;

namespace IpcApp.Template.Tests;

/// <summary>What each option of the template makes of an app. In <c>Snapshots</c> is how it reads.</summary>
public sealed class OptionTests(TemplateFixture template)
{
    private const string Name = "My.App";

    [Fact]
    public async Task Without_options_it_is_as_approved()
    {
        var scaffold = await template.ScaffoldAsync(Name);

        Snapshot.AssertApproved(template.Repository, "default", Snapshot.Files(scaffold, template.Packed.Version));
    }

    [Theory]
    [InlineData("empty", "--empty")]
    [InlineData("aot", "--aot")]
    [InlineData("empty-aot", "--empty", "--aot")]
    [InlineData("app-id", "--app-id", "org.acme.notes-2")]
    [InlineData("electronnet", "--windows", "electronnet")]
    [InlineData("electronnet-empty", "--windows", "electronnet", "--empty")]
    public async Task What_an_option_changes_is_as_approved(string snapshot, params string[] options)
    {
        var changed = await template.ScaffoldAsync(Name, options);

        var difference = Snapshot.Difference(await template.ScaffoldAsync(Name), changed, file => IsReplaced(file, options));

        Snapshot.AssertApproved(template.Repository, snapshot, difference);
    }

    [Theory]
    [InlineData]
    [InlineData("--empty")]
    [InlineData("--aot")]
    [InlineData("--empty", "--aot")]
    [InlineData("--windows", "electronnet")]
    [InlineData("--windows", "electronnet", "--empty", "--aot")]
    public async Task No_condition_is_left_and_no_gap_where_one_was(params string[] options)
    {
        var scaffold = await template.ScaffoldAsync(Name, options);

        Assert.All(scaffold.TextFiles, file =>
        {
            var text = scaffold.Read(file);
            Assert.DoesNotContain("#if", text, StringComparison.Ordinal);
            Assert.DoesNotContain("#endif", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\n\n}", text, StringComparison.Ordinal);
            Assert.EndsWith("\n", text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(3, "--empty", "--app-id", "org.acme.notes-2")]
    [InlineData(8, "--windows", "ipcapp", "--aot")]
    public async Task With_an_option_it_builds_without_a_warning_and_its_tests_pass(int count, params string[] options)
    {
        var scaffold = await template.ScaffoldAsync(Name, options);

        var build = await scaffold.DotnetAsync("build", "-warnaserror");
        Assert.True(build.Succeeded, build.Output);
        var tests = await scaffold.DotnetAsync("test", "--no-build");
        Assert.True(tests.Succeeded, tests.Output);
        Assert.Matches($@"total: {count}\s+failed: 0\s+succeeded: {count}", tests.Output);
        var id = options.Contains("--app-id") ? options[^1] : "com.example.myapp";
        Assert.Contains($"\"id\": \"{id}\"", scaffold.Read(".ipcapp/app.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("myapp")]
    [InlineData("com.example.my_app")]
    [InlineData("my app")]
    public async Task A_bad_app_id_is_one_error_of_the_build(string appId)
    {
        var scaffold = await template.ScaffoldAsync(Name, "--app-id", appId);

        var build = await scaffold.BuildAsync();

        Assert.False(build.Succeeded);
        Assert.Contains($"error IPC0112: IpcAppId is '{appId}'", build.Output, StringComparison.Ordinal);
        Assert.Contains("1 Error(s)", build.Output, StringComparison.Ordinal);
    }

    /// <summary>Whether an option has brought another file of that name. One with conditions is shown all the same: they decide its lines.</summary>
    private bool IsReplaced(string file, string[] options)
    {
        string[] overlays = [".empty", ".electronnet"]; // the last one wins, as in template.json
        var original = file.Replace(Name, "SampleApp.1", StringComparison.Ordinal).Split('/');
        var path = overlays
            .Where(overlay => options.Contains(overlay.TrimStart('.')) || options.Contains($"--{overlay.TrimStart('.')}"))
            .Select(overlay => template.Repository.PathOf(["template", "content", overlay, .. original]))
            .LastOrDefault(File.Exists);
        return path is not null && !File.ReadAllText(path).Contains("#if", StringComparison.Ordinal);
    }
}
