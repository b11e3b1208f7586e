using IpcApp.Generators.Internal.Models;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading.Codecs;

/// <summary>The types in a handler method's signature whose values cross.</summary>
internal static class CrossingTypes
{
    public static IEnumerable<ITypeSymbol> Of(IMethodSymbol method) => method.Parameters.SelectMany(Of).Concat(OfResult(method));

    public static IEnumerable<ITypeSymbol> OfResult(IMethodSymbol method)
    {
        var answers = HandlerSymbols.ChannelsOf(method).Any(binding => binding.Kind.Answers());
        return answers && ResultShape.Of(method).Value is { } value ? [value] : [];
    }

    public static IEnumerable<ITypeSymbol> Of(IParameterSymbol parameter) => ParameterReader.Read(parameter).Source switch
    {
        ParameterSource.Progress => ((INamedTypeSymbol)parameter.Type).TypeArguments,
        ParameterSource.RestArguments or ParameterSource.NullableRestArguments => [((IArrayTypeSymbol)parameter.Type).ElementType],
        >= ParameterSource.Argument => [parameter.Type],
        _ => [],
    };

    /// <summary>Whether a page sends the values of a parameter; those of <c>IProgress&lt;T&gt;</c> go to the page.</summary>
    public static bool IsRead(IParameterSymbol parameter) => ParameterReader.Read(parameter).Source != ParameterSource.Progress;
}
