using System.Text.Json;
using IpcApp.Template.Tests.Support;

namespace IpcApp.Template.Tests;

/// <summary><c>dotnet run -- doctor</c> in a scaffold.</summary>
public sealed class DoctorTests(TemplateFixture template)
{
    [Fact]
    public async Task It_knows_the_package_and_notices_a_host_of_another_version_or_none()
    {
        var scaffold = await template.ScaffoldAsync("Targets.App");
        var build = await scaffold.BuildAsync();
        Assert.True(build.Succeeded, build.Output);
        var stamp = scaffold.PathOf(".ipcapp", "electron-main", "version.txt");

        Assert.Equal(("ok", $"{template.Packed.Version}, with its host in .ipcapp"), await HostFilesAsync(scaffold));

        await File.WriteAllTextAsync(stamp, "0.0.1", TestContext.Current.CancellationToken);
        Assert.Equal(("error", $"{template.Packed.Version}, but Electron in .ipcapp is 0.0.1"), await HostFilesAsync(scaffold));

        Directory.Delete(scaffold.PathOf(".ipcapp"), recursive: true);
        var (status, found) = await HostFilesAsync(scaffold);
        Assert.Equal("error", status);
        Assert.EndsWith("main.js' does not exist", found, StringComparison.Ordinal);

        Assert.True((await scaffold.BuildAsync()).Succeeded);
        Assert.Equal("ok", (await HostFilesAsync(scaffold)).Status);
    }

    private static async Task<(string Status, string Found)> HostFilesAsync(Scaffold scaffold)
    {
        var run = await scaffold.DotnetAsync("run", "-v", "q", "--project", "MainProcess", "--no-build", "--", "doctor", "--json");
        using var json = JsonDocument.Parse(run.Output);
        var finding = json.RootElement.GetProperty("findings").EnumerateArray().Single(each => each.GetProperty("id").GetString() == "IPC0139");
        return (finding.GetProperty("status").GetString()!, finding.GetProperty("found").GetString()!);
    }
}
