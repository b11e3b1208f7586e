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
        IEnumerable<string> arguments = codec.Kind == CodecKind.Nullable ? codec.Arguments : codec.Arguments.Prepend(codec.Type);
        var build = codec.Kind is CodecKind.Enum or CodecKind.Nullable ? "" : codec.Build ?? "null";
        return $"{Names.Runtime}IpcCodecs.Add{codec.Kind}<{string.Join(", ", arguments)}>({build});";
    }
}
