using IpcApp.Build.Demo;
using IpcApp.Build.Processes;

namespace IpcApp.Template.Tests.Packaging;

/// <summary>The deb, started as it is installed.</summary>
[Collection(typeof(PackagedAppCollection))]
[Trait("Part", "packaging")]
public sealed class DebTests(PackagingFixture packaging)
{
    [Fact]
    public async Task The_installed_app_answers_its_page_and_closing_leaves_nothing()
    {
        await using var installed = await InstalledDeb.InstallAsync(await DebAsync(), packaging.Template.NewFolder());
        using var run = await PackagedRun.StartAsync(packaging, installed.Program);

        await run.WaitForPageAsync();

        Assert.All(DemoCheck.All(packaging.Template.Packed.Version), check => Assert.True(check.Report(run.Answers), run.Output));
        Assert.Equal(0, await run.CloseAsync());
        await run.Family.AssertGoneWithinAsync(TimeSpan.FromSeconds(2));
        Assert.Empty(run.Leftovers);

        // On the PATH of a machine where it is installed; else by its path.
        var command = Path.GetDirectoryName(installed.Program) == "/usr/bin" ? PackagingFixture.NpmName : installed.Program;
        var verified = await VerifyRun.OfAsync(packaging, command);
        Assert.True(verified.ExitCode == 0, verified.Output);
    }

    [Fact]
    public async Task It_says_what_it_needs_and_whose_it_is()
    {
        var deb = await DebAsync();

        var control = await CommandRunner.RunAsync(new Command("dpkg-deb", "--field", deb));

        Assert.Contains($"Package: {PackagingFixture.NpmName}\n", control, StringComparison.Ordinal);
        Assert.Contains("Version: 1.0.0\n", control, StringComparison.Ordinal);
        Assert.Contains("libgtk-3-0", control, StringComparison.Ordinal);
        Assert.Contains("libssl3 | libssl3t64 | libssl1.1", control, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desktop_finds_its_windows_and_icons()
    {
        var root = packaging.Template.NewFolder();
        await CommandRunner.RunAsync(new Command("dpkg-deb", "--extract", await DebAsync(), root));
        var share = Path.Combine(root, "usr", "share");

        var entry = await File.ReadAllLinesAsync(
            Path.Combine(share, "applications", "com.example.packagingprobe.desktop"), TestContext.Current.CancellationToken);

        Assert.Contains($"Exec=\"/opt/{PackagingFixture.Name}/{PackagingFixture.NpmName}\" %U", entry);
        Assert.Contains("StartupWMClass=com.example.packagingprobe", entry);
        Assert.Contains($"Icon={PackagingFixture.NpmName}", entry);
        Assert.Contains($"Name={PackagingFixture.Name}", entry);
        Assert.All(
            new[] { 16, 24, 32, 48, 64, 96, 128, 256, 512 },
            size => Assert.True(File.Exists(Path.Combine(share, "icons", "hicolor", $"{size}x{size}", "apps", $"{PackagingFixture.NpmName}.png"))));
    }

    private async Task<string> DebAsync()
        => Path.Combine(await packaging.LinuxAsync(), $"{PackagingFixture.NpmName}-1.0.0-linux-amd64.deb");
}
