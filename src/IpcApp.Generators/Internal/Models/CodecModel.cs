namespace IpcApp.Generators.Internal.Models;

/// <summary>What kind of converter a type gets: the names of the methods of <c>IpcCodecs</c>.</summary>
internal enum CodecKind
{
    Object,
    Enum,
    Nullable,
    Sequence,
    Set,
    Dictionary,
    Map,
    Memory,
    ReadOnlyMemory,
    Tuple,
    Union,
}

/// <summary>A type whose codec is generated. Text only, as all models.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="FullName">With namespace, containing types and type arguments, for sorting and file names.</param>
/// <param name="Name">Its own name, for the name of the generated class.</param>
/// <param name="Type">How code refers to it.</param>
/// <param name="Arguments">
/// The type arguments after the type itself; for a nullable type the one argument there is, for a tuple the types of its elements.
/// </param>
/// <param name="Annotations">Where elements, keys and values may be null: a text for each type argument; empty where the defaults say it.</param>
/// <param name="Build">
/// The function that makes a collection of what was read, null if nothing can; the expression that makes a tuple; the arguments that
/// describe a union.
/// </param>
/// <param name="Shape">The members; null for all but objects.</param>
internal sealed record CodecModel(
    CodecKind Kind,
    string FullName,
    string Name,
    string Type,
    EquatableArray<string> Arguments,
    EquatableArray<string> Annotations = default,
    string? Build = null,
    ObjectModel? Shape = null);

/// <summary>What is known of a class, record or struct.</summary>
/// <param name="Members">In the order in which they are written.</param>
/// <param name="Parameters">The constructor's parameters: the places of the members they take.</param>
/// <param name="CanRead">Whether an object can be made of what a page sends.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
internal sealed record ObjectModel(EquatableArray<MemberModel> Members, EquatableArray<int> Parameters, bool CanRead, bool IsValueType);

/// <summary>How a member gets its value.</summary>
internal enum SetterKind
{
    None,
    Parameter,
    Initializer,
    Assignment,

    /// <summary>By <c>UnsafeAccessor</c>: a setter that C# code cannot call after construction, or at all.</summary>
    Accessor,
}

/// <summary>One member.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Type">Its type.</param>
/// <param name="Owner">The type that declares it.</param>
/// <param name="FixedName">Its name in JavaScript, if the naming policy has no say.</param>
/// <param name="Traits">The names of its <c>IpcMemberTraits</c>.</param>
/// <param name="IsWritten">Whether it has a getter.</param>
/// <param name="Setter">How it gets its value.</param>
/// <param name="NullAnnotation">Where its declaration allows null; null if that is everywhere.</param>
/// <param name="Default">Its value where the page sends none: that of the constructor's parameter.</param>
internal sealed record MemberModel(
    string Name,
    string Type,
    string Owner,
    string? FixedName,
    EquatableArray<string> Traits,
    bool IsWritten,
    SetterKind Setter,
    string? NullAnnotation,
    string Default = "default");

/// <summary>The codec of an object or tuple with the names of its generated class and file.</summary>
internal sealed record NamedCodec(CodecModel Codec, string ClassName, string FileName);

/// <summary>All codecs of an assembly.</summary>
/// <param name="Objects">Those that are classes of their own: of objects and tuples.</param>
/// <param name="Others">Those that the run-time package makes.</param>
internal sealed record CodecSet(EquatableArray<NamedCodec> Objects, EquatableArray<CodecModel> Others)
{
    /// <summary>Sorts, removes doubles and gives each object's class its names.</summary>
    public static CodecSet Create(IEnumerable<CodecModel> codecs)
    {
        var classNames = new UniqueNames(StringComparer.Ordinal, "IpcCodecCatalog");
        var fileNames = new UniqueNames(StringComparer.OrdinalIgnoreCase);
        var sorted = codecs.Distinct().OrderBy(codec => codec.FullName, StringComparer.Ordinal).ToList();
        return new(
            new(sorted.Where(HasClass)
                .Select(codec => new NamedCodec(
                    codec,
                    classNames.Add(codec.Name + "Codec"),
                    fileNames.Add("Codec." + NamedHandler.FileNameOf(codec.FullName)) + ".g.cs"))),
            new(sorted.Where(codec => !HasClass(codec))));
    }

    private static bool HasClass(CodecModel codec) => codec.Kind is CodecKind.Object or CodecKind.Tuple;

    public bool IsEmpty => Objects.Count + Others.Count == 0;
}
