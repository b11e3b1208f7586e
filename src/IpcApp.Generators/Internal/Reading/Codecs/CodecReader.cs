using IpcApp.Generators.Internal.Models;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading.Codecs;

/// <summary>A type that gets no codec, and why.</summary>
/// <param name="Type">The type.</param>
/// <param name="Reason">The end of a sentence that begins with the type.</param>
internal readonly record struct CodecGap(ITypeSymbol Type, string Reason);

/// <summary>
/// Reads the types that cross, and all the types these are made of. What is out of the ordinary is left to System.Text.Json: a codec that
/// gives other values than that is worse than none.
/// </summary>
internal sealed class CodecReader(Compilation compilation)
{
    private readonly HashSet<ITypeSymbol> _seen = new(SymbolEqualityComparer.Default);

    public List<CodecModel> Codecs { get; } = [];

    public List<CodecGap> Gaps { get; } = [];

    public static EquatableArray<CodecModel> Read(IEnumerable<ITypeSymbol> roots, Compilation compilation)
    {
        var reader = new CodecReader(compilation);
        foreach (var root in roots)
        {
            reader.Visit(root);
        }

        return new(reader.Codecs);
    }

    public void Visit(ITypeSymbol root)
    {
        if (TypeWalk.FindEndless(root, compilation) is { } endless)
        {
            Gaps.Add(new(root.WithNullableAnnotation(NullableAnnotation.None), $"contains '{endless.ToDisplayString()}', whose members are ever longer types"));
            return;
        }

        VisitPart(root);
    }

    private void VisitPart(ITypeSymbol annotated)
    {
        var type = annotated.WithNullableAnnotation(NullableAnnotation.None);
        if (!_seen.Add(type) || LeafTypes.Contains(type))
        {
            return;
        }

        if (FindObstacle(type) is { } reason)
        {
            Gaps.Add(new(type, reason));
            VisitEnumsIn(type);
        }
        else if (type.TypeKind == TypeKind.Enum)
        {
            Codecs.Add(Create(CodecKind.Enum, type, []));
        }
        else if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            var underlying = nullable.TypeArguments[0];
            Codecs.Add(Create(CodecKind.Nullable, type, [underlying]));
            VisitPart(underlying);
        }
        else if (TupleReader.IsTuple(type))
        {
            VisitTuple((INamedTypeSymbol)type);
        }
        else if (UnionReader.IsUnion(type))
        {
            VisitUnion((INamedTypeSymbol)type);
        }
        else if (CollectionReader.Find(type, compilation) is { } collection)
        {
            VisitCollection(type, collection);
        }
        else
        {
            VisitObject((INamedTypeSymbol)type);
        }
    }

    /// <summary>System.Text.Json reads the type, but enums within it are read by their own rules.</summary>
    private void VisitEnumsIn(ITypeSymbol type)
    {
        foreach (var part in TypeWalk.From([type], compilation))
        {
            // The converter that a member names may be that of System.Text.Json for enums.
            var members = part.TypeKind == TypeKind.Enum ? [] : TypeWalk.MembersOf(part).Where(TypeWalk.IsOpaque).Select(member => member.Type);
            foreach (var found in members.SelectMany(member => TypeWalk.ContentOf(member, compilation)).Append(part))
            {
                if (found.TypeKind == TypeKind.Enum)
                {
                    VisitPart(found);
                }
            }
        }
    }

    private void VisitTuple(INamedTypeSymbol type)
    {
        if (TupleReader.Read(type) is not { } tuple)
        {
            Gaps.Add(new(type, "is a tuple of more than seven elements whose last type argument is not a tuple of the others"));
            return;
        }

        Codecs.Add(Create(CodecKind.Tuple, type, tuple.Elements) with { Build = tuple.Creation });
        foreach (var element in tuple.Elements)
        {
            VisitPart(element);
        }
    }

    private void VisitUnion(INamedTypeSymbol type)
    {
        var cases = UnionReader.CasesOf(type);
        if (cases.Count == 0 || UnionReader.ValueOf(type) is not { } valueOf)
        {
            Gaps.Add(new(type, "is a union without a public constructor for each case, or without a property 'Value'"));
            return;
        }

        if (cases.Select(FindBarrier).FirstOrDefault(barrier => barrier is not null) is { } reason)
        {
            Gaps.Add(new(type, $"has a case that {reason}"));
            return;
        }

        var text = TypeText.ForTypeOf(type);
        var additions = cases.Zip(UnionReader.AnnotationsOf(type), (one, annotation) =>
            $".Add<{TypeText.ForTypeOf(one)}>(static value => new {text}(value){(annotation is null ? "" : $", {CSharpText.Literal(annotation)}")})");
        Codecs.Add(Create(CodecKind.Union, type, []) with { Build = $"{valueOf}, static cases => cases{string.Concat(additions)}" });
        foreach (var one in cases)
        {
            VisitPart(one);
        }
    }

    private void VisitCollection(ITypeSymbol type, CollectionReader.Collection collection)
    {
        if (collection.Obstacle is { } reason)
        {
            Gaps.Add(new(type, reason));
            return;
        }

        Codecs.Add(Create(collection.Kind, type, collection.Arguments) with
        {
            Annotations = new(CollectionReader.AnnotationsOf(type, collection.Kind)),
            Build = collection.Build,
        });
        foreach (var argument in collection.Arguments)
        {
            VisitPart(argument);
        }
    }

    private void VisitObject(INamedTypeSymbol type)
    {
        var (shape, types, reason) = ObjectReader.Read(type, compilation);
        if (shape is null)
        {
            Gaps.Add(new(type, reason));
            return;
        }

        Codecs.Add(Create(CodecKind.Object, type, []) with { Shape = shape });
        foreach (var member in types)
        {
            VisitPart(member);
        }
    }

    private static CodecModel Create(CodecKind kind, ITypeSymbol type, IEnumerable<ITypeSymbol> arguments)
        => new(kind, TypeText.FullName(type), type.Name, TypeText.ForTypeOf(type), new(arguments.Select(TypeText.ForTypeOf)));

    private string? FindObstacle(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true } array => FindBarrier(array.ElementType),
        INamedTypeSymbol named => FindBarrier(named)
            ?? (named.IsAnonymousType ? "is anonymous"
                : named.IsRefLikeType || ResultShape.IsNeverAnAnswer(named) ? "cannot cross"
                : JsonAttributes.FindObstacle(named)),
        _ => "cannot cross",
    };

    private string? FindBarrier(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => "is not known before run time",
        IArrayTypeSymbol array => FindBarrier(array.ElementType),
        INamedTypeSymbol { IsFileLocal: true } => "is visible in its own file only",
        INamedTypeSymbol { TypeKind: TypeKind.Error } => "does not exist",
        INamedTypeSymbol { IsUnboundGenericType: true } => "is not known before run time",
        INamedTypeSymbol named => named.TypeArguments.Select(FindBarrier).FirstOrDefault(barrier => barrier is not null)
            ?? (named.ContainingType is { } outer ? FindBarrier(outer) : null)
            ?? (named.IsAnonymousType || compilation.IsSymbolAccessibleWithin(named, compilation.Assembly)
                ? null
                : "is not visible in the whole assembly"),
        { TypeKind: TypeKind.Dynamic } => null,
        _ => "cannot cross",
    };
}
