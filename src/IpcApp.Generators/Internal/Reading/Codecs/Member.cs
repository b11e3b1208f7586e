using IpcApp.Generators.Internal.Models;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading.Codecs;

/// <summary>One property on its way to its model, while constructor and setters are being decided.</summary>
internal sealed class Member
{
    private const int IgnoredAlways = 1;
    private const int IgnoredIfDefault = 2;
    private const int IgnoredIfNull = 3;

    private readonly Compilation _compilation;
    private readonly int? _ignored;
    private readonly bool _isIncluded;
    private readonly INamedTypeSymbol _owner;

    private Member(IPropertySymbol property, INamedTypeSymbol owner, int? ignored, Compilation compilation)
    {
        Property = property;
        _owner = owner.OriginalDefinition;
        _ignored = ignored;
        _compilation = compilation;
        _isIncluded = JsonAttributes.Has(property, "JsonInclude");
    }

    public IPropertySymbol Property { get; }

    /// <summary>The constructor's parameter that takes it, or null.</summary>
    public IParameterSymbol? Parameter { get; set; }

    /// <summary>Whether C# demands it when an object is made.</summary>
    public bool MustBeInitialized { get; set; }

    public int Order => JsonAttributes.Find(Property, "JsonPropertyOrder")?.ConstructorArguments.FirstOrDefault().Value as int? ?? 0;

    /// <summary>Null for a member that its attributes exclude.</summary>
    /// <param name="property">The member.</param>
    /// <param name="owner">The type that has it, perhaps by a base class.</param>
    /// <param name="compilation">The app's code.</param>
    public static Member? Read(IPropertySymbol property, INamedTypeSymbol owner, Compilation compilation)
    {
        var ignore = JsonAttributes.Find(property, "JsonIgnore");
        int? condition = ignore is null ? null
            : ignore.NamedArguments.FirstOrDefault(argument => argument.Key == "Condition").Value.Value as int? ?? IgnoredAlways;
        if (JsonAttributes.FindUnfollowed(property) is { } attribute)
        {
            throw new CodecGapException($"has [{attribute}] on '{property.Name}'");
        }

        if (property.RefKind != RefKind.None || property.Type.IsRefLikeType || condition > IgnoredIfNull
            || (condition == IgnoredIfNull && !CanBeNull(property.Type))
            || (condition == IgnoredAlways && property.IsRequired))
        {
            throw new CodecGapException($"has the member '{property.Name}', which System.Text.Json treats in a way of its own");
        }

        return condition == IgnoredAlways ? null : new Member(property, owner, condition, compilation);
    }

    public MemberModel ToModel()
        => new(
            Property.Name,
            TypeText.ForTypeOf(Property.Type),
            TypeText.ForTypeOf(Property.ContainingType),
            JsonAttributes.Find(Property, "JsonPropertyName")?.ConstructorArguments.FirstOrDefault().Value as string,
            new(Traits()),
            IsWritten,
            Setter,
            NullAnnotationText.OfMember(DeclaredType, _owner),
            Parameter is null ? "default" : ConstantText.DefaultOf(Parameter));

    /// <summary>The type that says whether it may be null, as the definition of the owner has it: with type parameters for arguments.</summary>
    private ITypeSymbol DeclaredType
    {
        get
        {
            if (Parameter is { OriginalDefinition: { } parameter })
            {
                return parameter.Type;
            }

            var declaring = Property.ContainingType.OriginalDefinition;
            var type = _owner;
            while (type.BaseType is { } baseType && !SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, declaring))
            {
                type = baseType;
            }

            return type.GetMembers(Property.Name).OfType<IPropertySymbol>()
                .FirstOrDefault(found => SymbolEqualityComparer.Default.Equals(found.OriginalDefinition, Property.OriginalDefinition))?.Type
                ?? Property.Type;
        }
    }

    private bool IsWritten => IsUsable(Property.GetMethod, "getter");

    private bool IsSet => IsUsable(Property.SetMethod, "setter");

    private SetterKind Setter
        => Parameter is not null ? SetterKind.Parameter
            : !IsSet ? SetterKind.None
            : MustBeInitialized ? SetterKind.Initializer
            : Property.SetMethod!.IsInitOnly || !_compilation.IsSymbolAccessibleWithin(Property.SetMethod, _compilation.Assembly)
                ? ByAccessor()
                : SetterKind.Assignment;

    private IEnumerable<string> Traits()
    {
        if (IsWritten)
        {
            yield return "Written";
        }

        if (Property.IsRequired || JsonAttributes.Has(Property, "JsonRequired"))
        {
            yield return "Required";
        }

        if (Parameter is { HasExplicitDefaultValue: false })
        {
            yield return "Parameter";
        }

        if (CanBeNull(Property.Type)
            && (Parameter is null ? Nullability.AcceptsNull(Property) : Nullability.AcceptsNull(Parameter)))
        {
            yield return "Nullable";
        }

        if (_ignored is { } condition)
        {
            yield return condition switch
            {
                IgnoredIfNull => "NotWrittenIfNull",
                IgnoredIfDefault => "NotWrittenIfDefault",
                _ => "AlwaysWritten",
            };
        }
    }

    // Whether the contract has this accessor. One that it has but C# code cannot call is a reason to have no codec, if it is a getter.
    private bool IsUsable(IMethodSymbol? accessor, string kind)
    {
        if (accessor is null || (accessor.DeclaredAccessibility != Accessibility.Public && !_isIncluded))
        {
            return false;
        }

        return kind == "setter" || _compilation.IsSymbolAccessibleWithin(accessor, _compilation.Assembly)
            ? true
            : throw new CodecGapException($"has the member '{Property.Name}' with a {kind} that is not visible");
    }

    // The type that holds the accessor must not be generic: the run-time could not match it.
    private SetterKind ByAccessor()
    {
        for (var type = Property.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsGenericType)
            {
                throw new CodecGapException($"is generic and has the member '{Property.Name}', which cannot be set after construction");
            }
        }

        return SetterKind.Accessor;
    }

    private static bool CanBeNull(ITypeSymbol type)
        => !type.IsValueType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
