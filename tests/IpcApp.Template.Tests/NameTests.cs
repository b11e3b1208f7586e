using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using IpcApp.Template.Tests.Support;

namespace IpcApp.Template.Tests;

/// <summary>A name goes into file names, namespaces, XML, JSON, HTML, an npm name and an app id, each with rules of its own.</summary>
[Trait("Part", "names")]
public sealed partial class NameTests(TemplateFixture template)
{
    /// <summary>Set to 1, every name is built and tested; that takes a quarter of an hour.</summary>
    private const string Switch = "IPCAPP_TEMPLATE_NAMES";

    public static TheoryData<string, string, string, string, string> Names { get; } = new()
    {
        // name, project, namespace, npm name, app id
        { "My.App", "My.App", "My.App", "my-app", "com.example.myapp" },
        { "my-app", "my-app", "my_app", "my-app", "com.example.myapp" },
        { "My App", "My App", "My_App", "my-app", "com.example.myapp" },
        { "1st.App", "1st.App", "_1st.App", "1st-app", "com.example.app1stapp" },
        { "3D-Tool", "3D-Tool", "_3D_Tool", "3d-tool", "com.example.app3dtool" },
        { "A&B", "A&B", "A_B", "a-b", "com.example.ab" },
        { "Bob's App", "Bob_s App", "Bob_s_App", "bob-s-app", "com.example.bobsapp" },
        { "C# Notes", "C_ Notes", "C__Notes", "c-notes", "com.example.cnotes" },
        { "a<b", "a_b", "a_b", "a-b", "com.example.ab" },
        { "A;B", "A_B", "A_B", "a-b", "com.example.ab" },
        { "50% off", "50_ off", "_50__off", "50-off", "com.example.app50off" },
        { "A$(B)", "A_(B)", "A__B_", "a-b", "com.example.ab" },
        { ".App", ".App", "_App", "app", "com.example.app" },
        { "App.", "App.", "App_", "app", "com.example.app" },
        { "A..B", "A..B", "A.B", "a-b", "com.example.ab" },
        { "Ünïcode.App", "Ünïcode.App", "Ünïcode.App", "n-code-app", "com.example.ncodeapp" },
        { "日本", "日本", "日本", "app", "com.example.app" },
        { "App.Tests", "App.Tests", "App.Tests", "app-tests", "com.example.apptests" },
        { "Test", "Test", "Test", "test", "com.example.test" },
        { "Note", "Note", "Note", "note", "com.example.note" },
        { "electron", "electron", "electron", "electron-app", "com.example.electronapp" },

        // C#'s own words, and types that the sample's code names.
        { "class", "class", "@class", "class", "com.example.class" },
        { "namespace", "namespace", "@namespace", "namespace", "com.example.namespace" },
        { "int", "int", "@int", "int", "com.example.int" },
        { "My.class", "My.class", "My.@class", "my-class", "com.example.myclass" },
        { "record", "record", "record", "record", "com.example.record" },
        { "async", "async", "async", "async", "com.example.async" },
        { "var", "var", "var", "var", "com.example.var" },
        { "file", "file", "file", "file", "com.example.file" },
        { "required", "required", "required", "required", "com.example.required" },
        { "field", "field", "field", "field", "com.example.field" },
        { "Program", "Program", "ProgramApp", "program", "com.example.program" },
        { "My.Task", "My.Task", "My.TaskApp", "my-task", "com.example.mytask" },
        { "My.Electron", "My.Electron", "My.ElectronApp", "my-electron", "com.example.myelectron" },
        { "My.Lock", "My.Lock", "My.LockApp", "my-lock", "com.example.mylock" },
        { "My.Environment", "My.Environment", "My.EnvironmentApp", "my-environment", "com.example.myenvironment" },
        { "Assert", "Assert", "AssertApp", "assert", "com.example.assert" },

        // Packages that the app needs, and an assembly that .NET has: a project of that name would take their place.
        { "IpcApp", "IpcApp.App", "IpcApp.App", "ipcapp", "com.example.ipcapp" },
        { "ipcapp.testing", "ipcapp.testing.App", "ipcapp.testing.App", "ipcapp-testing", "com.example.ipcapptesting" },
        { "Bogus", "Bogus.App", "Bogus.App", "bogus", "com.example.bogus" },
        { "System", "System.App", "System.App", "system", "com.example.system" },
        { new string('x', 200), new string('x', 200), new string('x', 200), new string('x', 200), $"com.example.{new string('x', 200)}" },
    };

    /// <summary>The names that are built: a few of each kind, or all.</summary>
    public static TheoryData<string> BuiltNames => Environment.GetEnvironmentVariable(Switch) == "1"
        ? [.. Names.Select(row => row.Data.Item1)]
        : ["My App", "1st.App", "A&B", "class", "IpcApp"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_form_of_the_name_is_right(string name, string projectName, string expectedNamespace, string npmName, string appId)
    {
        var scaffold = await template.ScaffoldAsync(name);
        var project = XDocument.Parse(scaffold.Read($"MainProcess/{projectName}.csproj"));
        using var package = JsonDocument.Parse(scaffold.Read("package.json"));
        using var lockFile = JsonDocument.Parse(scaffold.Read("package-lock.json"));

        Assert.Equal(expectedNamespace, project.Descendants("RootNamespace").Single().Value);
        Assert.Equal(name, Uri.UnescapeDataString(project.Descendants("IpcAppName").Single().Value)); // as MSBuild writes '$(' and the like
        Assert.Equal(appId, project.Descendants("IpcAppId").Single().Value);
        Assert.Equal(npmName, package.RootElement.GetProperty("name").GetString());
        Assert.Equal(name, package.RootElement.GetProperty("productName").GetString());
        Assert.Equal(npmName, lockFile.RootElement.GetProperty("name").GetString());
        Assert.Equal(npmName, lockFile.RootElement.GetProperty("packages").GetProperty("").GetProperty("name").GetString());
        Assert.Contains($"appId: \"{appId}\"", scaffold.Read("electron-builder.yml"), StringComparison.Ordinal);
        Assert.Equal($"namespace {expectedNamespace};", scaffold.Read("MainProcess/Note.cs").Split('\n')[0]);
        Assert.StartsWith($"# {name}\n", scaffold.Read("README.md"), StringComparison.Ordinal);
        Assert.DoesNotMatch(SampleName(), string.Concat(scaffold.TextFiles.Select(scaffold.Read)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Files_that_name_other_files_name_existing_ones(string name, string projectName, params string[] others)
    {
        var scaffold = await template.ScaffoldAsync(name);
        var inSolution = XDocument.Parse(scaffold.Read($"{projectName}.slnx")).Descendants().Attributes("Path").Select(path => path.Value);
        var tests = XDocument.Parse(scaffold.Read($"tests/{projectName}.Tests.csproj"));
        var tested = tests.Descendants("ProjectReference").Single().Attribute("Include")!.Value;

        Assert.All(inSolution, path => Assert.True(File.Exists(scaffold.PathOf(path)), path));
        Assert.True(File.Exists(scaffold.PathOf("tests", tested)), $"{tested} of {string.Join(", ", others)}");
    }

    [Theory]
    [MemberData(nameof(BuiltNames))]
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

    [Fact]
    public async Task A_name_that_no_file_can_have_everywhere_is_one_error_of_the_build()
    {
        var scaffold = await template.ScaffoldAsync("Say \"hi\"");

        var build = await scaffold.BuildAsync();

        Assert.False(build.Succeeded);
        Assert.Contains("error IPC0113: IpcAppName ('Say \"hi\"')", build.Output, StringComparison.Ordinal);
        Assert.Contains("1 Error(s)", build.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex("SampleApp|sample-app|com\\.example\\.sampleapp|stamped-when-packed")]
    private static partial Regex SampleName();
}
