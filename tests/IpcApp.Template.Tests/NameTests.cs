using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using IpcApp.Template.Tests.Support;

namespace IpcApp.Template.Tests;

/// <summary>A name goes into file names, namespaces, XML, JSON, HTML, an npm name and an app id, each with rules of its own.</summary>
public sealed partial class NameTests(TemplateFixture template)
{
    public static TheoryData<string, string, string, string> Names { get; } = new()
    {
        // name, namespace, npm name, app id
        { "My.App", "My.App", "my-app", "com.example.myapp" },
        { "my-app", "my_app", "my-app", "com.example.myapp" },
        { "My App", "My_App", "my-app", "com.example.myapp" },
        { "1st.App", "_1st.App", "1st-app", "com.example.app1stapp" },
        { "3D-Tool", "_3D_Tool", "3d-tool", "com.example.app3dtool" },
        { "A&B", "A_B", "a-b", "com.example.ab" },
        { "Bob's App", "Bob_s_App", "bob-s-app", "com.example.bobsapp" },
        { "Ünïcode.App", "Ünïcode.App", "n-code-app", "com.example.ncodeapp" },
        { "日本", "日本", "app", "com.example.app" },
        { "App.Tests", "App.Tests", "app-tests", "com.example.apptests" },
        { "Note", "Note", "note", "com.example.note" },
        { "System", "System", "system", "com.example.system" },
        { "electron", "electron", "electron-app", "com.example.electronapp" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_form_of_the_name_is_right(string name, string expectedNamespace, string npmName, string appId)
    {
        var scaffold = await template.ScaffoldAsync(name);
        var project = XDocument.Parse(scaffold.Read($"MainProcess/{name}.csproj"));
        using var package = JsonDocument.Parse(scaffold.Read("package.json"));
        using var lockFile = JsonDocument.Parse(scaffold.Read("package-lock.json"));

        Assert.Equal(expectedNamespace, project.Descendants("RootNamespace").Single().Value);
        Assert.Equal(name, project.Descendants("IpcAppName").Single().Value);
        Assert.Equal(appId, project.Descendants("IpcAppId").Single().Value);
        Assert.Equal(npmName, package.RootElement.GetProperty("name").GetString());
        Assert.Equal(name, package.RootElement.GetProperty("productName").GetString());
        Assert.Equal(npmName, lockFile.RootElement.GetProperty("name").GetString());
        Assert.Equal(npmName, lockFile.RootElement.GetProperty("packages").GetProperty("").GetProperty("name").GetString());
        Assert.Contains($"appId: \"{appId}\"", scaffold.Read("electron-builder.yml"), StringComparison.Ordinal);
        Assert.Equal($"namespace {expectedNamespace};", scaffold.Read("MainProcess/Note.cs").Split('\n')[0]);
        Assert.DoesNotMatch(SampleName(), string.Concat(scaffold.TextFiles.Select(scaffold.Read)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Files_that_name_other_files_name_existing_ones(string name, string expectedNamespace, string npmName, string appId)
    {
        var scaffold = await template.ScaffoldAsync(name);
        var inSolution = XDocument.Parse(scaffold.Read($"{name}.slnx")).Descendants().Attributes("Path").Select(path => path.Value);
        var tests = XDocument.Parse(scaffold.Read($"tests/{name}.Tests.csproj"));
        var tested = tests.Descendants("ProjectReference").Single().Attribute("Include")!.Value;

        Assert.All(inSolution, path => Assert.True(File.Exists(scaffold.PathOf(path)), path));
        Assert.True(File.Exists(scaffold.PathOf("tests", tested)), $"{tested} of {expectedNamespace}, {npmName}, {appId}");
    }

    [Theory]
    [InlineData("My App")]
    [InlineData("my-app")]
    [InlineData("1st.App")]
    [InlineData("A&B")]
    [InlineData("Ünïcode.App")]
    public async Task It_builds_without_a_warning_and_its_tests_pass(string name)
    {
        var scaffold = await template.ScaffoldAsync(name);

        var build = await scaffold.DotnetAsync("build", "-warnaserror");
        Assert.True(build.Succeeded, build.Output);
        using var settings = JsonDocument.Parse(scaffold.Read(".ipcapp/app.json"));
        Assert.Equal(name, settings.RootElement.GetProperty("name").GetString());

        var tests = await scaffold.DotnetAsync("test", "--no-build");
        Assert.True(tests.Succeeded, tests.Output);
        Assert.Matches(@"total: 8\s+failed: 0\s+succeeded: 8", tests.Output);
    }

    [GeneratedRegex("SampleApp|sample-app|com\\.example\\.sampleapp|stamped-when-packed")]
    private static partial Regex SampleName();
}
