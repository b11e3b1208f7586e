using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// The cases of a union by reflection. The types that mark unions are known by their names: where .NET does not have them, each assembly
/// declares its own.
/// </summary>
[RequiresUnreferencedCode(Reflected.Reason)]
[RequiresDynamicCode(Reflected.Reason)]
internal static class UnionShape
{
    private const string Interface = "System.Runtime.CompilerServices.IUnion";
    private const string Attribute = "System.Runtime.CompilerServices.UnionAttribute";

    public static bool IsUnion(Type type) => !type.IsInterface && !type.IsAbstract
        && (InterfaceOf(type) is not null || type.CustomAttributes.Any(data => data.AttributeType.FullName == Attribute));

    /// <summary>The parameters of the constructors that take one value: the cases.</summary>
    /// <exception cref="NotSupportedException">The union has none.</exception>
    public static IReadOnlyList<ConstructorInfo> CasesOf(Type union)
    {
        var cases = union.GetConstructors().Where(constructor => constructor.GetParameters() is [{ IsOut: false }]).ToList();
        return cases.Count > 0 ? cases : throw new NotSupportedException($"{union} is a union without a public constructor for each case");
    }

    /// <summary>Gives the value of the active case.</summary>
    /// <exception cref="NotSupportedException">The union does not show it.</exception>
    public static Func<TUnion, object?> ValueOf<TUnion>()
    {
        var property = InterfaceOf(typeof(TUnion))?.GetProperty("Value") ?? typeof(TUnion).GetProperty("Value");
        return property?.GetMethod is not null
            ? union => property.GetValue(union, BindingFlags.DoNotWrapExceptions, null, null, null)
            : throw new NotSupportedException($"{typeof(TUnion)} is a union without a property 'Value'");
    }

    public static Type CaseType(ConstructorInfo constructor)
    {
        var type = constructor.GetParameters()[0].ParameterType;
        return type.IsByRef ? type.GetElementType()! : type; // an 'in' parameter
    }

    private static Type? InterfaceOf(Type type) => type.GetInterfaces().FirstOrDefault(candidate => candidate.FullName == Interface);
}

/// <summary>Makes the converter of a union for which no codec was generated.</summary>
[RequiresUnreferencedCode(Reflected.Reason)]
[RequiresDynamicCode(Reflected.Reason)]
internal static class ReflectedUnion
{
    public static UnionConverter<TUnion> Create<TUnion>(ConverterResolver resolver, NullAnnotation? annotation)
    {
        var create = typeof(ReflectedUnion).GetMethod(nameof(CreateCase), BindingFlags.NonPublic | BindingFlags.Static)!;
        var cases = UnionShape.CasesOf(typeof(TUnion))
            .Select(constructor => (UnionCase<TUnion>)create
                .MakeGenericMethod(typeof(TUnion), UnionShape.CaseType(constructor))
                .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [resolver, constructor, annotation], null)!);
        return new(UnionShape.ValueOf<TUnion>(), [.. cases]);
    }

    private static UnionCase<TUnion, TCase> CreateCase<TUnion, TCase>(
        ConverterResolver resolver, ConstructorInfo constructor, NullAnnotation? annotation)
    {
        var invoker = ConstructorInvoker.Create(constructor);
        return new(
            resolver,
            value => (TUnion)invoker.Invoke(value),
            DeclaredAnnotations.OfMember(constructor.GetParameters()[0], typeof(TUnion), annotation));
    }
}
