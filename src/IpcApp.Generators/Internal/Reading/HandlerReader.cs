using IpcApp.Generators.Internal.Models;
using IpcApp.Generators.Internal.Reading.Codecs;
using IpcApp.Generators.Internal.Rules;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading;

/// <summary>Turns a handler class into its model.</summary>
internal static class HandlerReader
{
    /// <summary>
    /// The model of the class that declares the method, or null. A class is read once, for the first of its attributes, however many
    /// attributes lead to it.
    /// </summary>
    public static FoundHandler? ReadDeclaringClass(IMethodSymbol found, ChannelKind kind, Compilation compilation)
    {
        var method = found.PartialDefinitionPart ?? found;
        var isFirst = SymbolEqualityComparer.Default.Equals(HandlerSymbols.OwnMethods(method.ContainingType).First(), method)
            && HandlerSymbols.ChannelsOf(method).First().Kind == kind;
        return isFirst ? Read(method.ContainingType, compilation) : null;
    }

    /// <summary>The model of a class all of whose handler methods are inherited, or null.</summary>
    public static FoundHandler? ReadInheriting(INamedTypeSymbol type, Compilation compilation)
        => HandlerSymbols.OwnMethods(type).Any() ? null : Read(type, compilation);

    // What the analyzers report as an error is left out here: one error that explains is better than a second one in generated code.
    private static FoundHandler? Read(INamedTypeSymbol type, Compilation compilation)
    {
        if (!type.IsHandler() || !ClassRules.CanBeCreated(type, compilation))
        {
            return null;
        }

        var methods = HandlerSymbols.AllMethods(type).Where(method => MethodRules.IsCallable(method, compilation)).ToList();
        var registrations = methods
            .SelectMany(method => HandlerSymbols.ChannelsOf(method).Select(binding => ReadRegistration(type, method, binding)))
            .ToList();
        return registrations.Count == 0
            ? null
            : new(
                new(TypeText.FullName(type), type.Name, TypeText.Of(type), ChannelsAttribute.Of(type).Lifetime, new(registrations)),
                CodecReader.Read(methods.SelectMany(CrossingTypes.Of), compilation));
    }

    private static RegistrationModel ReadRegistration(INamedTypeSymbol handler, IMethodSymbol method, ChannelBinding binding)
    {
        var declared = MethodRules.Declared(method);
        var result = ResultShape.Of(method);
        return new(
            binding.ChannelIn(handler, method),
            binding.Kind,
            $"{handler.Name}.{declared.Name}",
            TypeText.Of(declared.ContainingType),
            method.IsStatic,
            declared.Name,
            result.IsAwaited,
            binding.Kind.Answers() && result.Value is { } value ? TypeText.Of(value) : null,
            SenderAttributes.PolicyOf(handler, method),
            new(method.Parameters.Select(ParameterReader.Read)));
    }
}
