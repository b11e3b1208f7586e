using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>Reads, by reflection, where declarations allow null: the attributes that the C# compiler writes for nullable annotations.</summary>
/// <remarks>
/// Code that was compiled without annotations, and trimmed code whose annotations were removed, says nothing: null is accepted there.
/// </remarks>
internal static class DeclaredAnnotations
{
    private const string Attribute = "System.Runtime.CompilerServices.NullableAttribute";
    private const string ContextAttribute = "System.Runtime.CompilerServices.NullableContextAttribute";

    /// <summary>The annotation of a parameter, in the text form of <see cref="NullAnnotation"/>.</summary>
    public static string Of(ParameterInfo parameter)
        => Read(parameter.ParameterType, parameter.GetCustomAttributesData(), parameter.Member);

    /// <summary>The annotation of a property or field.</summary>
    public static string Of(MemberInfo member)
    {
        var type = member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;
        return Read(type, member.GetCustomAttributesData(), member.DeclaringType);
    }

    /// <summary>
    /// The annotation of a member of a type that may be generic. It says something of the member's own value only where that is of the
    /// generic type's argument: all else about it, such as <see cref="AllowNullAttribute"/>, is known by the contract.
    /// </summary>
    /// <param name="member">A property, field or constructor's parameter; null for a member of unknown origin.</param>
    /// <param name="type">The type, which declares or inherits the member.</param>
    /// <param name="annotation">The annotation of the type.</param>
    [RequiresUnreferencedCode(Reflected.Reason)]
    [RequiresDynamicCode(Reflected.Reason)]
    public static NullAnnotation? OfMember(ICustomAttributeProvider? member, Type type, NullAnnotation? annotation)
    {
        if ((member as MemberInfo ?? (member as ParameterInfo)?.Member) is not { DeclaringType: { } declaring } found
            || !TryFindBase(type, annotation, candidate => DefinitionOf(candidate) == DefinitionOf(declaring), out _, out var owner))
        {
            return null;
        }

        var definition = declaring.IsConstructedGenericType ? DefinitionOf(declaring).GetMemberWithSameMetadataDefinitionAs(found) : found;
        var text = member is ParameterInfo parameter ? Of(((MethodBase)definition).GetParameters()[parameter.Position]) : Of(definition);
        return NullAnnotation.Parse(char.IsAsciiLetter(text[0]) ? text : $"?{text[1..]}", owner);
    }

    /// <summary>The annotation of what a collection holds, by the argument of an interface that its type, or a base class, implements.</summary>
    /// <param name="type">The collection's type.</param>
    /// <param name="annotation">The annotation of the type.</param>
    /// <param name="index">Which argument of the interface.</param>
    /// <param name="interfaces">Definitions of interfaces; the first that is implemented counts.</param>
    [RequiresUnreferencedCode(Reflected.Reason)]
    [RequiresDynamicCode(Reflected.Reason)]
    public static NullAnnotation? OfElement(Type type, NullAnnotation? annotation, int index, params Type[] interfaces)
    {
        if (type.IsArray)
        {
            return annotation?.Part(0);
        }

        // Reflection does not show the annotations of interfaces. The class that implements the interface first tells as much by its type
        // parameter in nearly every case; a class derived from it may give that parameter another annotation than its own: Sparse<T> : List<T?>.
        return TryFindBase(type, annotation, IsFirstToImplement, out var found, out var owner)
            ? owner?.Part(Find(found)!.GenericParameterPosition)
            : null;

        bool IsFirstToImplement(Type candidate)
            => Find(candidate) is { IsGenericTypeParameter: true } && (DefinitionOf(candidate).BaseType is not { } baseType || Find(baseType) is null);

        Type? Find(Type candidate)
        {
            var definition = DefinitionOf(candidate);
            return interfaces
                .Select(wanted => definition.GetInterfaces().Prepend(definition)
                    .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == wanted))
                .FirstOrDefault(implemented => implemented is not null)
                ?.GetGenericArguments()[index];
        }
    }

    /// <summary>Goes from a type to its base classes, with the annotations that each gives to the next.</summary>
    private static bool TryFindBase(
        Type type, NullAnnotation? annotation, Func<Type, bool> isWanted, out Type found, out NullAnnotation? owner)
    {
        (found, owner) = (type, annotation);
        while (!isWanted(found))
        {
            var definition = DefinitionOf(found);
            if (definition.BaseType is not { } baseType)
            {
                return false;
            }

            owner = NullAnnotation.Parse(Read(baseType, definition.GetCustomAttributesData(), definition), owner);
            found = baseType;
        }

        return true;
    }

    private static Type DefinitionOf(Type type) => type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;

    private static string Read(Type type, IList<CustomAttributeData> attributes, MemberInfo? context)
    {
        var flags = Find(attributes, Attribute) ?? FlagsAround(context);
        var index = 0;
        var text = new StringBuilder();
        Append(type);
        return text.ToString();

        byte Next() => flags.Length == 1 ? flags[0] : index < flags.Length ? flags[index++] : (byte)0;

        void Append(Type part)
        {
            if (part.IsGenericParameter)
            {
                var letter = Next() == 1 ? 'a' : 'A';
                text.Append(part.IsGenericTypeParameter && part.GenericParameterPosition < NullAnnotation.MaxParameters
                    ? (char)(letter + part.GenericParameterPosition)
                    : '?');
                return;
            }

            // Nullable<T> has no flag of its own, other value types have one only if they are generic.
            var isValue = part.IsValueType;
            var flag = isValue && (!part.IsGenericType || Nullable.GetUnderlyingType(part) is not null) ? 0 : Next();
            text.Append(flag == 1 && !isValue ? '!' : '?');
            Type[] arguments = part.HasElementType ? [part.GetElementType()!] : part.GetGenericArguments();
            if (arguments.Length > 0)
            {
                text.Append('<');
                Array.ForEach(arguments, Append);
                text.Append('>');
            }
        }
    }

    private static byte[] FlagsAround(MemberInfo? member)
    {
        for (; member is not null; member = member.DeclaringType)
        {
            if (Find(member.GetCustomAttributesData(), ContextAttribute) is { } flags)
            {
                return flags;
            }
        }

        return [0];
    }

    private static byte[]? Find(IEnumerable<CustomAttributeData> attributes, string name)
        => attributes.FirstOrDefault(attribute => attribute.AttributeType.FullName == name)?.ConstructorArguments switch
        {
            [{ Value: byte flag }] => [flag],
            [{ Value: IEnumerable<CustomAttributeTypedArgument> list }] => [.. list.Select(item => item.Value as byte? ?? 0)],
            _ => null,
        };
}
