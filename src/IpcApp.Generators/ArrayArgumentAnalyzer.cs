using System.Collections.Immutable;
using IpcApp.Generators.Internal.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IpcApp.Generators;

/// <summary>
/// Reports arguments of <c>Send</c>, <c>Reply</c> and their kin that can be read as one argument and as several: an <c>object[]</c>, which is one,
/// and a collection expression, which is several. Naming the parameter says which is meant.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ArrayArgumentAnalyzer : DiagnosticAnalyzer
{
    private const string Several = "arguments";
    private const string One = "argument";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.AmbiguousArray];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!IsOurs(call.TargetMethod) || call.Arguments.FirstOrDefault(IsLast) is not { } argument || IsNamed(argument))
        {
            return;
        }

        var value = argument.Value;
        while (value is IConversionOperation { IsImplicit: true } conversion)
        {
            value = conversion.Operand;
        }

        if (argument.Parameter!.Name == One && value.Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Object })
        {
            Report("an object[] is sent as one argument, an array");
        }
        else if (argument.Parameter.Name == Several && value is ICollectionExpressionOperation)
        {
            Report("the elements of a collection expression are sent as arguments of their own");
        }

        void Report(string what) => context.ReportDiagnostic(
            Diagnostic.Create(Descriptors.AmbiguousArray, value.Syntax.GetLocation(), call.TargetMethod.Name, what));

        bool IsLast(IArgumentOperation candidate) => candidate.Parameter?.Ordinal == call.TargetMethod.Parameters.Length - 1;
    }

    /// <summary>Whether the method has a form for one argument and a form for several.</summary>
    private static bool IsOurs(IMethodSymbol method)
        => method.ContainingNamespace?.ToDisplayString() is "IpcApp" or "IpcApp.Testing"
            && method.Parameters.LastOrDefault() is { } last
            && (last is { Name: Several, IsParams: true, Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Object } }
                || (last is { Name: One, Type.SpecialType: SpecialType.System_Object } && HasFormForSeveral(method)));

    private static bool HasFormForSeveral(IMethodSymbol method)
        => method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
            .Any(other => other.Parameters.Length == method.Parameters.Length && other.Parameters.Last() is { Name: Several, IsParams: true });

    private static bool IsNamed(IArgumentOperation argument)
        => argument.Syntax is ArgumentSyntax { NameColon: not null };
}
