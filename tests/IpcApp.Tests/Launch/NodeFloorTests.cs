using System.Text.Json;
using System.Xml.Linq;
using IpcApp.Build.Prerequisites;
using IpcApp.Internal.Launch;

namespace IpcApp.Tests.Launch;

/// <summary>The oldest Node.js that is supported is stated once for each program that checks it, and they agree.</summary>
public sealed class NodeFloorTests
{
    private static readonly string _root = FindRoot();

    [Fact]
    public void The_build_tool_asks_for_the_same_as_an_app() => Assert.Equal(NodeRuntime.Floor, InstalledNode.Floor);

    [Fact]
    public void The_build_tool_installs_one_that_is_new_enough() => Assert.True(InstalledNode.IsNewEnough(InstalledNode.Version));

    [Fact]
    public void An_app_s_build_asks_for_the_same()
    {
        var project = XDocument.Load(PathOf("src/IpcApp/buildTransitive/IpcApp.Npm.proj"));

        Assert.Equal(NodeRuntime.Floor.ToString(), project.Descendants("NodeFloor").Single().Value);
    }

    [Theory]
    [InlineData("package.json")]
    [InlineData("src/chromium-stand-in/package.json")]
    [InlineData("template/content/package.json")]
    public void Npm_is_told_the_same(string file)
    {
        using var package = JsonDocument.Parse(File.ReadAllBytes(PathOf(file)));

        Assert.Equal($">={NodeRuntime.Floor}", package.RootElement.GetProperty("engines").GetProperty("node").GetString());
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("template/README.md")]
    [InlineData("template/content/README.md")]
    [InlineData("template/content/.electronnet/README.md")]
    public void People_are_told_the_same(string file)
        => Assert.Contains($"Node.js {NodeRuntime.Floor} or later", File.ReadAllText(PathOf(file)), StringComparison.Ordinal);

    private static string PathOf(string file) => Path.Combine([_root, .. file.Split('/')]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IpcApp.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"IpcApp.slnx is not in any folder above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
