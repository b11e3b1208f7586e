using IpcApp.Generators.Internal.Models;
using IpcApp.Generators.Internal.Reading;

namespace IpcApp.Generators.Internal.Writing;

/// <summary>Writes what makes an assembly's codecs known as soon as any of its code runs.</summary>
internal static class CodecCatalogWriter
{
    public static string Write(CodecSet codecs, string containingNamespace)
        => new SourceWriter().Header(nullable: false)
            .Line($"namespace {containingNamespace};")
            .Line()
            .Line(Names.GeneratedCode)
            .Line("internal static class IpcCodecCatalog")
            .Open()
            .Line("[global::System.Runtime.CompilerServices.ModuleInitializer]")
            .Line("internal static void Register()")
            .Open()
            .Lines(codecs.Objects.Select(Add))
            .Lines(codecs.Others.Select(Add))
            .Close()
            .Close()
            .ToString();

    private static string Add(NamedCodec named)
        => $"{Names.Runtime}IpcCodecs.Add{named.Codec.Kind}<{named.Codec.Type}>("
            + $"static context => new {CSharpText.Identifier(named.ClassName)}(context));";

    private static string Add(CodecModel codec)
    {
        var (isMadeOf, takesBuild) = codec.Kind switch
        {
            CodecKind.Enum => (false, false),
            CodecKind.Nullable or CodecKind.Memory or CodecKind.ReadOnlyMemory => (true, false),
            _ => (false, true),
        };
        var arguments = isMadeOf ? codec.Arguments : codec.Arguments.Prepend(codec.Type);
        string[] given = [.. takesBuild ? [codec.Build ?? "null"] : Array.Empty<string>(), .. codec.Annotations.Select(CSharpText.Literal)];
        return $"{Names.Runtime}IpcCodecs.Add{codec.Kind}<{string.Join(", ", arguments)}>({string.Join(", ", given)});";
    }
}
