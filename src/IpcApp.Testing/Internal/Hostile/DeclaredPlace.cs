using System.Reflection;

namespace IpcApp.Testing.Internal.Hostile;

/// <summary>What a declaration says of a value.</summary>
/// <param name="Type">Its type.</param>
/// <param name="AllowsNull">Whether it may be null.</param>
/// <param name="Annotations">What is declared of its elements; null if that is not known.</param>
/// <param name="JudgesElements">Whether null within a collection whose elements are declared as not null is a finding.</param>
internal readonly record struct DeclaredPlace(Type Type, bool AllowsNull, NullabilityInfo? Annotations = null, bool JudgesElements = true)
{
    /// <summary>What is declared of its elements, or of the values of a dictionary.</summary>
    public DeclaredPlace Element(Type element)
        => Of(element, Type.IsArray ? Annotations?.ElementType : Annotations?.GenericTypeArguments.LastOrDefault());

    /// <summary>What is declared of a dictionary's keys.</summary>
    public DeclaredPlace Key(Type key) => Of(key, Annotations?.GenericTypeArguments.FirstOrDefault());

    /// <summary>A part by its type and what is declared of it, if that is of this type. Code that says nothing of null accepts it.</summary>
    public DeclaredPlace Of(Type type, NullabilityInfo? annotations)
    {
        var own = annotations?.Type == type ? annotations : null;
        var allowsNull = type.IsValueType
            ? Nullable.GetUnderlyingType(type) is not null
            : !JudgesElements || own?.ReadState is not NullabilityState.NotNull;
        return new(type, allowsNull, own, JudgesElements);
    }
}
