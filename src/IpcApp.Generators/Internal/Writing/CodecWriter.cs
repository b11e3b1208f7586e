using IpcApp.Generators.Internal.Models;
using IpcApp.Generators.Internal.Reading;

namespace IpcApp.Generators.Internal.Writing;

/// <summary>Writes the class that reads and writes the members of one type.</summary>
internal static class CodecWriter
{
    public static string Write(NamedCodec named, string containingNamespace)
    {
        var (codec, shape) = (named.Codec, named.Codec.Shape!);
        var name = CSharpText.Identifier(named.ClassName);
        var writer = new SourceWriter().Header(nullable: false)
            .Line($"namespace {containingNamespace};")
            .Line()
            .Line(Names.GeneratedCode)
            .Line($"internal sealed class {name} : {Names.Runtime}IpcObjectCodec<{codec.Type}>")
            .Open()
            .Lines(shape.Members.Select((member, i) => $"private readonly {Names.Runtime}IpcMember<{member.Type}> _{i};"))
            .Line()
            .Line($"public {name}({Names.Runtime}IpcCodecContext context)")
            .Indent(1)
            .Line(": base(context)")
            .Indent(-1)
            .Open()
            .Lines(shape.Members.Select(Declare))
            .Close();
        if (!shape.CanRead)
        {
            writer.Line().Line("public override bool CanRead => false;");
        }

        WriteWriter(writer.Line(), codec.Type, shape);
        if (shape.CanRead)
        {
            WriteReader(writer.Line(), codec.Type, shape);
            WriteAccessors(writer, shape);
        }

        return writer.Close().ToString();
    }

    private static string Declare(MemberModel member, int place)
    {
        var traits = member.Traits.Count == 0 ? ["None"] : member.Traits.AsEnumerable();
        return $"_{place} = Declare<{member.Type}>({CSharpText.Literal(member.Name)}, "
            + $"{(member.FixedName is null ? "null" : CSharpText.Literal(member.FixedName))}, "
            + string.Join(" | ", traits.Select(trait => $"{Names.Runtime}IpcMemberTraits.{trait}"))
            + (member.NullAnnotation is null ? ");" : $", {CSharpText.Literal(member.NullAnnotation)});");
    }

    private static void WriteWriter(SourceWriter writer, string type, ObjectModel shape)
        => writer.Line($"public override void Write({type} value, ref {Names.Runtime}IpcWriter writer)")
            .Open()
            .Lines(shape.Members
                .Select((member, i) => (member, i))
                .Where(entry => entry.member.IsWritten)
                .Select(entry => $"writer.Member(_{entry.i}, value.{CSharpText.Identifier(entry.member.Name)});"))
            .Close();

    private static void WriteReader(SourceWriter writer, string type, ObjectModel shape)
    {
        writer.Line($"public override {type} Read(ref {Names.Runtime}IpcReader reader)")
            .Open()
            .Lines(shape.Members.Select((member, i) => $"{member.Type} m{i} = {member.Default.Replace("default!", "default")};"))
            .Line("var members = Begin(ref reader);")
            .Line("while (members.Next(ref reader))")
            .Open()
            .Lines(shape.Members.Count == 0 ? [] : ["switch (members.Index)", "{"])
            .Lines(shape.Members.Select((_, i) => $"    case {i}: m{i} = reader.Member(_{i}); break;"))
            .Lines(shape.Members.Count == 0 ? [] : ["}"])
            .Close()
            .Line()
            .Line("if (!members.End(ref reader))")
            .Open()
            .Line("return default;")
            .Close()
            .Line()
            .Line($"{type} result = {Construction(type, shape)};");
        for (var i = 0; i < shape.Members.Count; i++)
        {
            WriteSetter(writer, shape, i);
        }

        writer.Line("return result;").Close();
    }

    private static string Construction(string type, ObjectModel shape)
    {
        var initializers = shape.Members
            .Select((member, i) => (member, i))
            .Where(entry => entry.member.Setter == SetterKind.Initializer)
            .Select(entry => $"{CSharpText.Identifier(entry.member.Name)} = m{entry.i}")
            .ToList();
        return shape.IsValueType && shape.Parameters.Count == 0 && initializers.Count == 0
            ? "default"
            : $"new {type}({string.Join(", ", shape.Parameters.Select(place => $"m{place}"))})"
                + (initializers.Count == 0 ? "" : $" {{ {string.Join(", ", initializers)} }}");
    }

    private static void WriteSetter(SourceWriter writer, ObjectModel shape, int place)
    {
        var member = shape.Members[place];
        if (member.Setter is SetterKind.Assignment or SetterKind.Accessor)
        {
            writer.Line($"if (members.Has({place}))")
                .Open()
                .Line(member.Setter == SetterKind.Assignment
                    ? $"result.{CSharpText.Identifier(member.Name)} = m{place};"
                    : $"Set{place}({(shape.IsValueType ? "ref " : "")}result, m{place});")
                .Close()
                .Line();
        }
    }

    private static void WriteAccessors(SourceWriter writer, ObjectModel shape)
    {
        const string Accessor = "global::System.Runtime.CompilerServices.UnsafeAccessor";
        for (var i = 0; i < shape.Members.Count; i++)
        {
            var member = shape.Members[i];
            if (member.Setter != SetterKind.Accessor)
            {
                continue;
            }

            writer.Line()
                .Line($"[{Accessor}({Accessor}Kind.Method, Name = {CSharpText.Literal("set_" + member.Name)})]")
                .Line($"private static extern void Set{i}({(shape.IsValueType ? "ref " : "")}{member.Owner} target, {member.Type} value);");
        }
    }
}
