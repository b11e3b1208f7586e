using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace IpcApp.Template.Tests.Support;

/// <summary>The debug information that is embedded in an assembly.</summary>
internal sealed class DebugInformation : IDisposable
{
    // As specified for portable PDBs.
    private static readonly Guid SourceLinkKind = new("cc110556-a091-4d38-9fec-25ab9a351a6a");

    private readonly PEReader _assembly;
    private readonly MetadataReaderProvider _provider;

    public DebugInformation(byte[] assembly)
    {
        _assembly = new PEReader(new MemoryStream(assembly));
        var entry = _assembly.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        _provider = _assembly.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
        var reader = _provider.GetMetadataReader();
        SourceFiles = [.. reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))];
        SourceLink = reader.GetCustomDebugInformation(EntityHandle.ModuleDefinition)
            .Select(reader.GetCustomDebugInformation)
            .Where(information => reader.GetGuid(information.Kind) == SourceLinkKind)
            .Select(information => Encoding.UTF8.GetString(reader.GetBlobBytes(information.Value)))
            .SingleOrDefault();
    }

    /// <summary>The paths of the source files.</summary>
    public IReadOnlyList<string> SourceFiles { get; }

    /// <summary>The JSON that maps paths to addresses; null if there is none.</summary>
    public string? SourceLink { get; }

    public void Dispose()
    {
        _provider.Dispose();
        _assembly.Dispose();
    }
}
