using System.Text;
using System.Xml.Linq;

namespace IpcApp.Template.Tests.Packaging;

/// <summary>The apps' folders for Windows and macOS. They cannot be run here, so they are looked at.</summary>
[Collection(typeof(PackagedAppCollection))]
[Trait("Part", "packaging")]
public sealed class OtherPlatformTests(PackagingFixture packaging)
{
    private const string MainProcess = "main-process";

    [Fact]
    public async Task For_Windows_the_program_is_one_for_Windows()
    {
        var folder = Path.Combine(await packaging.WindowsAsync(), "resources", MainProcess);

        Assert.Equal([$"{PackagingFixture.Name}.exe", "appsettings.json"], PackageFiles.NamesIn(folder));
        Assert.StartsWith("MZ", await StartOfAsync(Path.Combine(folder, $"{PackagingFixture.Name}.exe")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_Windows_the_executable_knows_name_icon_and_archive()
    {
        var folder = await packaging.WindowsAsync();
        var app = await packaging.AppAsync();
        const string Read = """
            const { NtExecutable, NtExecutableResource, Resource } = require('resedit');
            const { entries } = NtExecutableResource.from(NtExecutable.from(require('fs').readFileSync(process.argv[1])));
            const [version] = Resource.VersionInfo.fromEntries(entries);
            const [group] = Resource.IconGroupEntry.fromEntries(entries);
            const integrity = entries.find(({ type }) => type === 'INTEGRITY');
            const { ProductName } = version.getStringValues(version.getAllLanguagesForStringValues()[0]);
            console.log([ProductName, group.icons.length, Buffer.from(integrity.bin)].join('\n'));
            """;

        var lines = (await PackagingFixture.NodeAsync(app, Read, Path.Combine(folder, $"{PackagingFixture.Name}.exe"))).Split('\n');

        var hash = await PackageFiles.HeaderHashAsync(app, Path.Combine(folder, "resources", "app.asar"));
        Assert.Equal([PackagingFixture.Name, "7", $$"""[{"file":"resources\\app.asar","alg":"SHA256","value":"{{hash}}"}]"""], lines);
    }

    [Fact]
    public async Task For_Windows_the_fuses_are_set()
        => Fuses.AssertSet(await PackageFiles.FusesAsync(
            await packaging.AppAsync(), Path.Combine(await packaging.WindowsAsync(), $"{PackagingFixture.Name}.exe")));

    [Fact]
    public async Task For_macOS_the_program_is_one_for_macOS_and_may_be_run()
    {
        var folder = Path.Combine(await packaging.MacAsync(), "Contents", "Resources", MainProcess);
        var program = Path.Combine(folder, PackagingFixture.Name);

        Assert.Equal([PackagingFixture.Name, "appsettings.json"], PackageFiles.NamesIn(folder));
        Assert.Equal("\u00CF\u00FA\u00ED\u00FE", await StartOfAsync(program)); // Mach-O with 64 bits
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(program).HasFlag(UnixFileMode.OtherExecute));
    }

    [Fact]
    public async Task For_macOS_the_bundle_knows_its_id_icon_and_archive()
    {
        var contents = Path.Combine(await packaging.MacAsync(), "Contents");
        var values = XDocument.Load(Path.Combine(contents, "Info.plist"))
            .Descendants("key").ToDictionary(NameOf, key => ((XElement)key.NextNode!).Value);

        Assert.Equal("com.example.packagingprobe", values["CFBundleIdentifier"]);
        Assert.Equal(PackagingFixture.Name, values["CFBundleExecutable"]);
        Assert.Equal("icon.icns", values["CFBundleIconFile"]);
        Assert.Equal("public.app-category.utilities", values["LSApplicationCategoryType"]);
        Assert.Equal(
            await PackageFiles.HeaderHashAsync(await packaging.AppAsync(), Path.Combine(contents, "Resources", "app.asar")),
            values["ElectronAsarIntegrity/Resources/app.asar/hash"]);
        Assert.StartsWith("icns", await StartOfAsync(Path.Combine(contents, "Resources", "icon.icns")), StringComparison.Ordinal);

        // A key with those that it is nested in.
        static string NameOf(XElement key) => string.Join('/', key.Ancestors("dict").SkipLast(1).Reverse()
            .Select(dict => ((XElement)dict.PreviousNode!).Value).Append(key.Value));
    }

    [Fact]
    public async Task For_macOS_the_fuses_are_set()
        => Fuses.AssertSet(await PackageFiles.FusesAsync(await packaging.AppAsync(), await packaging.MacAsync()));

    [Theory]
    [InlineData("build/entitlements.mac.plist")]
    [InlineData("build/entitlements.mac.inherit.plist")]
    public async Task What_is_signed_for_macOS_may_compile_at_run_time_and_nothing_else(string file)
    {
        var app = await packaging.AppAsync();

        var dict = XDocument.Parse(app.Read(file)).Root!.Element("dict")!;

        Assert.Equal(["com.apple.security.cs.allow-jit"], dict.Elements("key").Select(key => key.Value));
        Assert.Equal("true", ((XElement)dict.Element("key")!.NextNode!).Name);
    }

    private static async Task<string> StartOfAsync(string file)
    {
        var start = new byte[4];
        await using var stream = File.OpenRead(file);
        await stream.ReadExactlyAsync(start);
        return Encoding.Latin1.GetString(start);
    }
}
