using IpcApp.Generators.Internal.Models;
using IpcApp.Generators.Internal.Reading;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Rules;

/// <summary>What a method with channel attributes must be.</summary>
internal static class MethodRules
{
    /// <summary>Whether generated code can call the method.</summary>
    public static bool IsCallable(IMethodSymbol method, Compilation compilation)
        => Check(method, compilation).All(diagnostic => diagnostic.DefaultSeverity != DiagnosticSeverity.Error);

    /// <summary>All that is wrong with the method and its parameters.</summary>
    public static IEnumerable<Diagnostic> Check(IMethodSymbol method, Compilation compilation)
        => CheckMethod(method, compilation)
            .Concat(method.Parameters.SelectMany(parameter => ParameterRules.Check(parameter, method)))
            .Concat(HandlerSymbols.ChannelsOf(method).SelectMany(binding => CheckBinding(method, binding.Kind)));

    public static string DisplayName(IMethodSymbol method) => $"{method.ContainingType.Name}.{method.Name}";

    private static IEnumerable<Diagnostic> CheckMethod(IMethodSymbol method, Compilation compilation)
    {
        var name = DisplayName(method);
        if (method is { IsAsync: true, ReturnsVoid: true })
        {
            yield return ClassRules.Create(Descriptors.AsyncVoid, method, name);
        }

        if (method.IsGenericMethod)
        {
            yield return ClassRules.Create(Descriptors.Generic, method, name, "write one method for each type, or take an IpcValue");
        }

        var declared = method.ExplicitInterfaceImplementations.FirstOrDefault() ?? method;
        if (method.IsAbstract)
        {
            const string Advice = "put the attribute on the methods that override it";
            yield return ClassRules.Create(Descriptors.UncallableMethod, method, name, "abstract", Advice);
        }
        else if (!compilation.IsSymbolAccessibleWithin(declared, compilation.Assembly) || declared is { IsStatic: true, IsAbstract: true })
        {
            var accessibility = declared.DeclaredAccessibility == Accessibility.Protected ? "protected" : "private";
            yield return ClassRules.Create(Descriptors.UncallableMethod, method, name, accessibility, "make it public or internal");
        }
    }

    private static IEnumerable<Diagnostic> CheckBinding(IMethodSymbol method, ChannelKind kind)
    {
        var name = DisplayName(method);
        foreach (var parameter in method.Parameters.Where(p => ParameterReader.IsEvent(p.Type)))
        {
            var given = parameter.Type.Name;
            if (given != "IpcEvent" && given != kind.EventType())
            {
                yield return ClassRules.Create(
                    Descriptors.WrongEvent, parameter, parameter.Name, name, given, kind.InBrackets(), kind.EventType());
            }
        }

        if (ResultShape.Of(method).Value is { } value)
        {
            var returned = method.ReturnType.ToDisplayString();
            if (!kind.Answers())
            {
                yield return ClassRules.Create(Descriptors.IgnoredResult, method, name, returned, kind.InBrackets());
            }
            else if (ResultShape.IsNeverAnAnswer(value))
            {
                yield return ClassRules.Create(Descriptors.NeverAnAnswer, method, name, returned);
            }
        }
    }
}
