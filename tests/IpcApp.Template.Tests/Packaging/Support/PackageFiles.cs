using System.Text.Json;
using IpcApp.Template.Tests.Support;

namespace IpcApp.Template.Tests.Packaging;

/// <summary>Reads what electron-builder has made, with the tools that it uses itself.</summary>
internal static class PackageFiles
{
    private const string ReadFuses = """
        const { getCurrentFuseWire, FuseV1Options } = require('@electron/fuses');
        getCurrentFuseWire(process.argv[1]).then(({ version, ...wire }) => {
          const named = Object.entries(wire).map(([index, state]) => [FuseV1Options[index] ?? index, String.fromCharCode(state)]);
          console.log(JSON.stringify(Object.fromEntries(named)));
        });
        """;

    /// <summary>The state of each fuse: 1 is on, 0 is off. Fuses that the tool does not know are named by their number.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> FusesAsync(Scaffold app, string program)
        => JsonSerializer.Deserialize<Dictionary<string, string>>(await PackagingFixture.NodeAsync(app, ReadFuses, program))!;

    /// <summary>The files in an archive.</summary>
    public static async Task<IReadOnlyList<string>> ArchiveAsync(Scaffold app, string archive)
    {
        const string List = "console.log(require('@electron/asar').listPackage(process.argv[1]).join('\\n'))";
        var listed = await PackagingFixture.NodeAsync(app, List, archive);
        return [.. listed.Split('\n').Select(file => file.Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    /// <summary>The SHA-256 of the archive's header, which Electron has been told.</summary>
    public static Task<string> HeaderHashAsync(Scaffold app, string archive)
    {
        const string Hash = """
            const { headerString } = require('@electron/asar').getRawHeader(process.argv[1]);
            console.log(require('crypto').createHash('sha256').update(headerString).digest('hex'));
            """;
        return PackagingFixture.NodeAsync(app, Hash, archive);
    }

    /// <summary>The names of the files in a folder.</summary>
    public static IEnumerable<string> NamesIn(string folder)
        => Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    /// <summary>All files below a folder with what is in them, for comparing.</summary>
    public static IReadOnlyDictionary<string, string> Hashes(string folder)
        => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(folder, file),
            file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))));
}
