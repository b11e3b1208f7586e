using System.IO.Compression;
using System.Xml.Linq;

namespace IpcApp.Template.Tests.Support;

/// <summary>A package that the fixture has made.</summary>
internal sealed class PackageFile(TemplateFixture template, string id) : IDisposable
{
    private readonly ZipArchive _archive = ZipFile.OpenRead(Path.Combine(template.Packages, $"{id}.{template.Packed.Version}.nupkg"));

    public IReadOnlyList<string> Entries => [.. _archive.Entries.Select(entry => entry.FullName)];

    /// <summary>The metadata of the package: the children of <c>metadata</c> in its nuspec.</summary>
    public XElement Metadata
    {
        get
        {
            using var nuspec = new MemoryStream(Read($"{id}.nuspec"));
            return XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
        }
    }

    public byte[] Read(string entry)
    {
        using var content = new MemoryStream();
        using (var stream = _archive.GetEntry(entry)!.Open())
        {
            stream.CopyTo(content);
        }

        return content.ToArray();
    }

    public void Dispose() => _archive.Dispose();
}
