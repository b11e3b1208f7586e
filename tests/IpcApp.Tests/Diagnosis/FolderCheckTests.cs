using IpcApp.Internal.Diagnosis;
using IpcApp.Internal.Diagnosis.Checks;
using IpcApp.Internal.Launch;

namespace IpcApp.Tests.Diagnosis;

/// <summary>What the checks make of the files in an app's folder.</summary>
public sealed class FolderCheckTests : IDisposable
{
    private const string Package = """{ "devDependencies": { "electron": "45.5.0" } }""";
    private const string Locked = """
        { "packages": {
          "": { "devDependencies": { "electron": "45.5.0" } },
          "node_modules/electron": { "version": "45.5.0" },
          "node_modules/other-system": { "version": "1.0.0", "optional": true } } }
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("ipcapp-test-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Npm_packages_that_are_as_they_should_be()
    {
        WritePackages(Package, Locked, """{ "packages": { "node_modules/electron": { "version": "45.5.0" } } }""");

        var finding = NpmPackagesCheck.Of(_root);

        Assert.True(finding.IsOk);
        Assert.Contains("(1 packages)", finding.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, null, "package.json is not there", "npm install")]
    [InlineData(Package, "{", null, "cannot be read", "npm install")]
    [InlineData(Package, "{}", null, "cannot be read", "npm install")]
    [InlineData("""{ "devDependencies": { "electron": "46.0.0" } }""", Locked, null, "with package.json: 'electron'", "npm install")]
    [InlineData("""{ "dependencies": { "new": "1.0.0" } }""", Locked, null, "with package.json: 'new'", "npm install")]
    [InlineData("{}", Locked, null, "with package.json: 'electron'", "npm install")]
    [InlineData(Package, Locked, null, "node_modules is not there", "npm ci")]
    [InlineData(Package, Locked, """{ "packages": {} }""", "with package-lock.json: 'node_modules/electron'", "npm ci")]
    [InlineData(
        Package, Locked, """{ "packages": { "node_modules/electron": { "version": "45.0.0" } } }""",
        "with package-lock.json: 'node_modules/electron'", "npm ci")]
    public void Npm_packages_that_are_not(string? package, string? locked, string? installed, string found, string remedy)
    {
        WritePackages(package, locked, installed);

        var finding = NpmPackagesCheck.Of(_root);

        Assert.Equal(Capability.Package, finding.Blocks);
        Assert.Contains(found, finding.Found, StringComparison.Ordinal);
        Assert.Contains(remedy, finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Npm_packages_of_another_package_manager_are_left_to_it()
    {
        Write("package.json", Package);

        var finding = NpmPackagesCheck.Of(_root);

        Assert.Equal((true, "no package-lock.json: left to another package manager"), (finding.IsOk, finding.Found));
        Assert.Contains("the app's package manager", ElectronBuilderCheck.Of(_root).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Electron_builder()
    {
        Write("package-lock.json", "{}");
        var missing = ElectronBuilderCheck.Of(_root);
        Assert.Equal((Capability.Package, "Run 'npm ci' in the app's folder."), (missing.Blocks, missing.Remedy));

        Write("node_modules/electron-builder/package.json", """{ "version": "26.17.0" }""");

        Assert.Equal("26.17.0", ElectronBuilderCheck.Of(_root).Found);
    }

    [Fact]
    public void Electron_that_is_there_half_there_or_not()
    {
        var layout = new AppLayout(_root);
        Assert.Equal(Capability.Electron, ElectronCheck.Of(layout, "v22.12.0").Blocks);

        Write(".ipcapp/electron-install-failed.txt", "");
        Assert.Contains($"delete '{layout.ElectronInstallFailed}'", ElectronCheck.Of(layout, "v22.12.0").Remedy, StringComparison.Ordinal);

        Write("node_modules/electron/path.txt", "electron");
        Write("node_modules/electron/package.json", """{ "version": "45.5.0" }""");
        Write("node_modules/electron/dist/electron", "");
        Write("node_modules/electron/dist/version", "45.5.0\n");
        Assert.True(ElectronCheck.Of(layout, "v22.12.0").IsOk);
        Assert.StartsWith("45.5.0, ", ElectronCheck.Of(layout, "v22.12.0").Found, StringComparison.Ordinal);

        Write("node_modules/electron/dist/version", "44.0.0");
        var stale = ElectronCheck.Of(layout, "v22.12.0");
        Assert.Equal((Capability.None, "the binary is 44.0.0, the npm package 45.5.0"), (stale.Blocks, stale.Found));
        Assert.False(stale.IsOk);
    }

    [Theory]
    [InlineData("v22.12.0", "None")]
    [InlineData("v22.11.0", "Electron")]
    [InlineData("hello", "Electron")]
    [InlineData(null, "Electron")]
    public void Electron_that_the_first_start_downloads_is_in_nobody_s_way(string? node, string blocks)
    {
        var layout = new AppLayout(_root);
        Write("node_modules/electron/install.js", "");

        var finding = ElectronCheck.Of(layout, node);

        Assert.Equal(Enum.Parse<Capability>(blocks), finding.Blocks);
        Assert.False(finding.IsOk);
        Assert.Equal(blocks == "None", finding.Found.EndsWith("it is downloaded at the first start", StringComparison.Ordinal));
        Write(".ipcapp/electron-install-failed.txt", "");
        Assert.Equal(Capability.Electron, ElectronCheck.Of(layout, node).Blocks);
    }

    [Fact]
    public void The_host_s_files_and_their_version()
    {
        var layout = new AppLayout(_root);
        Assert.Contains("main.js' does not exist", ElectronFilesCheck.Of(layout, "1.2.3").Found, StringComparison.Ordinal);

        Write(".ipcapp/electron-main/main.js", "");
        Write(".ipcapp/chromium-stand-in/cli.js", "");
        Write(".ipcapp/app.json", "{}");
        Assert.True(ElectronFilesCheck.Of(layout, "1.2.3").IsOk);

        Write(".ipcapp/electron-main/version.txt", "1.2.3\n");
        Assert.True(ElectronFilesCheck.Of(layout, "1.2.3").IsOk);

        Write(".ipcapp/electron-main/version.txt", "1.2.2\n");
        var stale = ElectronFilesCheck.Of(layout, "1.2.3");
        Assert.Equal((Capability.Windows | Capability.Package, "1.2.3, but Electron in .ipcapp is 1.2.2"), (stale.Blocks, stale.Found));
    }

    [Theory]
    [InlineData("package.json", """{ "main": ".ipcapp/host/main.js" }""")]
    [InlineData("electron-builder.yml", "files:\n  - \".ipcapp/host/**\"\n")]
    [InlineData("electron/custom_main.js", "require('./ipcapp/host/plug-in').attach();")]
    public void A_file_that_names_the_earlier_folder_is_found(string file, string text)
    {
        Write(".ipcapp/electron-main/main.js", "");
        Write(".ipcapp/chromium-stand-in/cli.js", "");
        Write(".ipcapp/app.json", "{}");
        Write(file, text);

        var finding = ElectronFilesCheck.Of(new AppLayout(_root), "1.2.3");

        Assert.Equal($"1.2.3, but '{file}' names the folder ipcapp/host", finding.Found);
        Write(file, text.Replace("/host", "/electron-main", StringComparison.Ordinal));
        Assert.True(ElectronFilesCheck.Of(new AppLayout(_root), "1.2.3").IsOk);
    }

    /// <summary>As where the program was copied elsewhere: nothing is known of the app's folder, and all else is still looked at.</summary>
    [Fact]
    public void Every_check_speaks_where_nothing_is_there_and_is_documented()
    {
        var diagnosis = Doctor.Examine(_root);

        var documentation = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "diagnostics.md"));
        Assert.Contains(diagnosis.Findings, finding => finding.Id == ElectronFilesCheck.Id && !finding.IsOk);
        Assert.All(diagnosis.Findings, finding =>
        {
            Assert.NotEmpty(finding.Found);
            Assert.Single(documentation, line => line == $"## {finding.Id}");
        });
        Assert.Equal(
            documentation.Where(line => line.StartsWith("| [IPC", StringComparison.Ordinal) && line.Contains("| doctor |", StringComparison.Ordinal))
                .Select(line => line[3..10]),
            diagnosis.Findings.Select(finding => finding.Id));
    }

    [Fact]
    public void Where_Electron_NET_makes_the_windows_its_folder_is_looked_at_and_no_other_host_is_offered()
    {
        Write(".electron/ipcapp/app.json", "{}");
        var broken = Doctor.Examine(_root);
        string[] inTheWay = [ElectronFilesCheck.Id, ElectronCheck.Id];
        Assert.All(inTheWay, id => Assert.Contains(broken.Findings, finding => finding.Id == id && finding.Blocks.HasFlag(Capability.Electron)));
        Assert.False(broken.CanRun);

        Write(".electron/ipcapp/electron-main/plug-in/index.js", "");
        Write(".electron/node_modules/electron/path.txt", "electron");
        Write(".electron/node_modules/electron/dist/electron", "");
        Write(".electron/node_modules/electron/dist/version", "45.5.0");
        var whole = Doctor.Examine(_root);
        Assert.All(inTheWay, id => Assert.Contains(whole.Findings, finding => finding.Id == id && finding.IsOk));
        Assert.DoesNotContain(whole.Findings, finding => finding.Id is ChromiumCheck.Id or ElectronBuilderCheck.Id or NpmPackagesCheck.Id);
        Assert.Equal((false, true, false), (whole.Allows(Capability.Chromium), whole.Allows(Capability.NoWindow), whole.Allows(Capability.Package)));
        Assert.EndsWith("without window: yes.", DiagnosisText.Of(whole).TrimEnd(), StringComparison.Ordinal);
    }

    private void WritePackages(string? package, string? locked, string? installed)
    {
        Write("package.json", package);
        Write("package-lock.json", locked);
        Write("node_modules/.package-lock.json", installed);
    }

    private void Write(string file, string? text)
    {
        if (text is not null)
        {
            var path = Path.Combine(_root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }
}
