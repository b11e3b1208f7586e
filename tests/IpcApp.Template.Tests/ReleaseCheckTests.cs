using IpcApp.Build;
using IpcApp.Build.Packing;
using IpcApp.Build.Scaffolds;

namespace IpcApp.Template.Tests;

/// <summary>A release is packed only from a repository that is ready for it.</summary>
public sealed class ReleaseCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ReleaseCheckTests()
    {
        Directory.CreateDirectory(_folder.PathOf("build"));
        Write("<Project><PropertyGroup><VersionPrefix>1.2.3</VersionPrefix></PropertyGroup></Project>", "Directory.Build.props");
        Write("# Changelog\n\n## 1.2.3\n\n## 1.2.3-rc.1 (2026-12-01)\n", "CHANGELOG.md");
        WriteAddress("https://example.org/us/app");
    }

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("1.2.3-rc.1")]
    public void Accepts_a_version_with_a_section_in_the_changelog(string version) => ReleaseCheck.Require(Repository, version);

    [Theory]
    [InlineData("1.2", "'1.2' is not a version")]
    [InlineData("1.2.3+x", "'1.2.3+x' is not a version")]
    [InlineData("1.2.4", "Set VersionPrefix in Directory.Build.props")]
    [InlineData("1.2.3-rc", "CHANGELOG.md has no section '## 1.2.3-rc'")]
    public void Rejects_a_version_that_does_not_fit_the_repository(string version, string reason)
        => Assert.Contains(reason, Error(version), StringComparison.Ordinal);

    [Fact]
    public void Rejects_a_placeholder_and_names_its_property()
    {
        WriteAddress("https://example.org/OWNER/app");

        Assert.Contains("RepositoryUrl in build/Repository.props is still the placeholder", Error("1.2.3"), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_all_problems_at_once()
    {
        WriteAddress("https://example.org/us/REPOSITORY");

        Assert.Equal(4, Error("2.0.0").Split(Environment.NewLine).Length);
    }

    public void Dispose() => _folder.Dispose();

    private Repository Repository => new(_folder.Path);

    private string Error(string version) => Assert.Throws<BuildException>(() => ReleaseCheck.Require(Repository, version)).Message;

    private void WriteAddress(string address) => Write(
        $"<Project><PropertyGroup><RepositoryUrl>{address}</RepositoryUrl></PropertyGroup></Project>", "build", "Repository.props");

    private void Write(string text, params string[] path) => File.WriteAllText(_folder.PathOf(path), text);
}
