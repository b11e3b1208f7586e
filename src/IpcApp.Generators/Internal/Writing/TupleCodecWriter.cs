using IpcApp.Generators.Internal.Models;
using IpcApp.Generators.Internal.Reading;

namespace IpcApp.Generators.Internal.Writing;

/// <summary>Writes the class that reads and writes the elements of one tuple type.</summary>
internal static class TupleCodecWriter
{
    private const int MaxOwnElements = 7;

    public static string Write(NamedCodec named, string containingNamespace)
    {
        var (type, elements) = (named.Codec.Type, named.Codec.Arguments);
        var name = CSharpText.Identifier(named.ClassName);
        return new SourceWriter().Header(nullable: false)
            .Line($"namespace {containingNamespace};")
            .Line()
            .Line(Names.GeneratedCode)
            .Line($"internal sealed class {name} : {Names.Runtime}IpcTupleCodec<{type}>")
            .Open()
            .Lines(elements.Select((element, i) => $"private readonly {Names.Runtime}IpcElement<{element}> _{i};"))
            .Line()
            .Line($"public {name}({Names.Runtime}IpcCodecContext context)")
            .Indent(1)
            .Line(": base(context)")
            .Indent(-1)
            .Open()
            .Lines(elements.Select((element, i) => $"_{i} = Declare<{element}>();"))
            .Close()
            .Line()
            .Line($"public override void Write({type} value, ref {Names.Runtime}IpcWriter writer)")
            .Open()
            .Lines(elements.Select((_, i) => $"writer.Element(_{i}, value.{ItemName(i)});"))
            .Close()
            .Line()
            .Line($"public override {type} Read(ref {Names.Runtime}IpcReader reader)")
            .Open()
            .Lines(elements.Select((_, i) => $"var e{i} = reader.Element(_{i});"))
            .Line($"return {named.Codec.Build};")
            .Close()
            .Close()
            .ToString();
    }

    private static string ItemName(int index)
        => index < MaxOwnElements ? $"Item{index + 1}" : "Rest." + ItemName(index - MaxOwnElements);
}
