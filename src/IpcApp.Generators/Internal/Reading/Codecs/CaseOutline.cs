using IpcApp.Generators.Internal.Models;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading.Codecs;

/// <summary>Kinds of JavaScript values, as far as types are told apart by them.</summary>
[Flags]
internal enum ScriptKinds
{
    None = 0,
    Boolean = 1,
    Number = 2,
    BigInt = 4,
    String = 8,
    Date = 16,
    ArrayBuffer = 32,
    Array = 64,
    Set = 128,
    Map = 256,
    Object = 512,
    RegExp = 1024,
    Error = 2048,
    ArrayBufferView = 4096,
    Boxed = 8192,
    Other = 16384,
    All = 32767,
}

/// <summary>What a case of a union looks like in JavaScript, by the rules that the run-time package follows.</summary>
/// <param name="Kinds">The kinds of values as which it crosses.</param>
/// <param name="Objects">The members of the objects as which it crosses.</param>
internal sealed record CaseOutline(ScriptKinds Kinds, IReadOnlyList<CaseOutline.Members> Objects)
{
    private static readonly Dictionary<string, ScriptKinds> Leaves = new()
    {
        ["System.Guid"] = ScriptKinds.String,
        ["System.Uri"] = ScriptKinds.String,
        ["System.DateOnly"] = ScriptKinds.String,
        ["System.TimeOnly"] = ScriptKinds.String,
        ["System.TimeSpan"] = ScriptKinds.String,
        ["System.DateTimeOffset"] = ScriptKinds.Date,
        ["System.Half"] = ScriptKinds.Number,
        ["System.Int128"] = ScriptKinds.BigInt,
        ["System.UInt128"] = ScriptKinds.BigInt,
        ["System.Numerics.BigInteger"] = ScriptKinds.BigInt,
        ["System.Memory<byte>"] = ScriptKinds.ArrayBufferView,
        ["System.ReadOnlyMemory<byte>"] = ScriptKinds.ArrayBufferView,
        ["IpcApp.IpcBoolean"] = ScriptKinds.Boolean,
        ["IpcApp.IpcNumber"] = ScriptKinds.Number,
        ["IpcApp.IpcBigInt"] = ScriptKinds.BigInt,
        ["IpcApp.IpcString"] = ScriptKinds.String,
        ["IpcApp.IpcDate"] = ScriptKinds.Date,
        ["IpcApp.IpcArray"] = ScriptKinds.Array,
        ["IpcApp.IpcSet"] = ScriptKinds.Set,
        ["IpcApp.IpcMap"] = ScriptKinds.Map,
        ["IpcApp.IpcObject"] = ScriptKinds.Object,
        ["IpcApp.IpcRegExp"] = ScriptKinds.RegExp,
        ["IpcApp.IpcError"] = ScriptKinds.Error,
        ["IpcApp.IpcArrayBuffer"] = ScriptKinds.ArrayBuffer,
        ["IpcApp.IpcArrayBufferView"] = ScriptKinds.ArrayBufferView,
        ["IpcApp.IpcBoxed"] = ScriptKinds.Boxed,
    };

    /// <summary>The members of an object.</summary>
    /// <param name="Required">Those that a page must send.</param>
    /// <param name="Known">All of them; null if any name may be one.</param>
    public sealed record Members(HashSet<string> Required, HashSet<string>? Known)
    {
        public static readonly Members Any = new([], null);

        public bool Outdoes(Members other) => other.Known is not null && Required.Any(name => !other.Known.Contains(name));
    }

    /// <summary>Returns the first two cases that the value of a page cannot tell apart, or null if all differ.</summary>
    public static (ITypeSymbol First, ITypeSymbol Second)? FindAlike(INamedTypeSymbol union, Compilation compilation)
    {
        var cases = UnionReader.CasesOf(union).Select(type => (Type: type, Outline: Of(type, compilation, depth: 0))).ToList();
        for (var i = 0; i < cases.Count; i++)
        {
            for (var j = i + 1; j < cases.Count; j++)
            {
                if (!cases[i].Outline.IsApartFrom(cases[j].Outline))
                {
                    return (cases[i].Type, cases[j].Type);
                }
            }
        }

        return null;
    }

    private bool IsApartFrom(CaseOutline other)
    {
        var shared = Kinds & other.Kinds;
        return shared == ScriptKinds.None
            || (shared == ScriptKinds.Object
                && Objects.All(mine => other.Objects.All(theirs => mine.Outdoes(theirs) || theirs.Outdoes(mine))));
    }

    private static CaseOutline Of(ITypeSymbol type, Compilation compilation, int depth)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Of(nullable.TypeArguments[0], compilation, depth);
        }

        if (LeafOf(type) is { } leaf)
        {
            return new(leaf, [Members.Any]);
        }

        if (type is not INamedTypeSymbol named)
        {
            return new(type is IArrayTypeSymbol ? ScriptKinds.Array : ScriptKinds.All, [Members.Any]);
        }

        if (TypeWalk.IsOpaque(named))
        {
            return new(ScriptKinds.All, [Members.Any]);
        }

        return named switch
        {
            { TypeKind: TypeKind.Enum } => new(ScriptKinds.String, []),
            _ when TupleReader.IsTuple(named) => new(ScriptKinds.Array, []),
            _ when UnionReader.IsUnion(named) => OfUnion(named, compilation, depth),
            _ when CollectionReader.Find(named, compilation) is { } collection => OfCollection(collection.Kind),
            _ => new(ScriptKinds.Object, [OfMembers(named, compilation)]),
        };
    }

    private static ScriptKinds? LeafOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => ScriptKinds.Boolean,
        SpecialType.System_Int64 or SpecialType.System_UInt64 => ScriptKinds.BigInt,
        SpecialType.System_Decimal or SpecialType.System_Char or SpecialType.System_String => ScriptKinds.String,
        SpecialType.System_DateTime => ScriptKinds.Date,
        >= SpecialType.System_SByte and <= SpecialType.System_Double => ScriptKinds.Number,
        _ when Leaves.TryGetValue(type.ToDisplayString(), out var kinds) => kinds,
        _ when type is IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte } => ScriptKinds.ArrayBufferView,
        _ when LeafTypes.DerivesFrom(type, "System.Exception") => ScriptKinds.None, // sent, but never read
        _ when LeafTypes.Contains(type) => ScriptKinds.All,
        _ => null,
    };

    private static CaseOutline OfUnion(INamedTypeSymbol union, Compilation compilation, int depth)
    {
        const int MaxNested = 8; // unions may be cases of each other
        if (depth == MaxNested)
        {
            return new(ScriptKinds.All, [Members.Any]);
        }

        var cases = UnionReader.CasesOf(union).Select(type => Of(type, compilation, depth + 1)).ToList();
        return new(
            cases.Aggregate(ScriptKinds.None, (kinds, one) => kinds | one.Kinds),
            [.. cases.Where(one => (one.Kinds & ScriptKinds.Object) != 0).SelectMany(one => one.Objects)]);
    }

    private static CaseOutline OfCollection(CodecKind kind) => kind switch
    {
        CodecKind.Set => new(ScriptKinds.Set, []),
        CodecKind.Map => new(ScriptKinds.Map, []),
        CodecKind.Dictionary => new(ScriptKinds.Object, [Members.Any]),
        _ => new(ScriptKinds.Array, []),
    };

    private static Members OfMembers(INamedTypeSymbol type, Compilation compilation)
    {
        if (TypeWalk.DerivedTypesOf(type).Any() || ObjectReader.Read(type, compilation).Shape is not { } shape)
        {
            return Members.Any;
        }

        return new(
            [.. shape.Members.Where(IsRequired).Select(NameOf)],
            [.. shape.Members.Select(NameOf)]);
    }

    private static bool IsRequired(MemberModel member)
        => member.Traits.Contains("Required") || (member.Traits.Contains("Parameter") && !member.Traits.Contains("Nullable"));

    private static string NameOf(MemberModel member)
        => member.FixedName ?? char.ToLowerInvariant(member.Name[0]) + member.Name.Substring(1);
}
