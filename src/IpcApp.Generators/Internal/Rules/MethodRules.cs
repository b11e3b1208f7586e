using IpcApp.Generators.Internal.Models;
using IpcApp.Generators.Internal.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpcApp.Generators.Internal.Rules;

/// <summary>What a method with channel attributes must be.</summary>
internal static class MethodRules
{
    /// <summary>Whether generated code can call the method.</summary>
    public static bool IsCallable(IMethodSymbol method, Compilation compilation)
        => compilation.IsSymbolAccessibleWithin(Declared(method), compilation.Assembly)
            && Check(method, compilation).All(diagnostic => diagnostic.DefaultSeverity != DiagnosticSeverity.Error);

    /// <summary>All that is wrong with the method and its parameters.</summary>
    public static IEnumerable<Diagnostic> Check(IMethodSymbol method, Compilation compilation)
        => CheckMethod(method, compilation)
            .Concat(method.Parameters.SelectMany(parameter => ParameterRules.Check(parameter, method)))
            .Concat(HandlerSymbols.ChannelsOf(method).SelectMany(binding => CheckBinding(method, binding.Kind)));

    /// <summary>The method to call: for an explicit implementation, the interface's.</summary>
    public static IMethodSymbol Declared(IMethodSymbol method) => method.ExplicitInterfaceImplementations.FirstOrDefault() ?? method;

    public static string DisplayName(IMethodSymbol method) => $"{method.ContainingType.Name}.{Declared(method).Name}";

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

        if (method.IsAbstract)
        {
            const string Advice = "put the attribute on the methods that override it";
            yield return ClassRules.Create(Descriptors.UncallableMethod, method, name, "abstract", Advice);
        }
        else if (FindBarrier(method, compilation) is { } barrier)
        {
            yield return ClassRules.Create(Descriptors.UncallableMethod, method, name, barrier, "make it public or internal");
        }
    }

    // An explicit implementation counts as its interface's method, for through the interface it is called.
    private static string? FindBarrier(IMethodSymbol method, Compilation compilation)
    {
        var declared = Declared(method);
        if (declared.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
        {
            return SyntaxFacts.GetText(declared.DeclaredAccessibility);
        }

        if (method.ExplicitInterfaceImplementations.Length == 0)
        {
            return null;
        }

        return method.IsStatic ? "static and part of an interface only"
            : compilation.IsSymbolAccessibleWithin(declared.ContainingType, compilation.Assembly) ? null
            : "part of a private interface only";
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
            if (kind.Answers() && ResultShape.IsNeverAnAnswer(value))
            {
                yield return ClassRules.Create(Descriptors.NeverAnAnswer, method, name, returned);
            }
            else if (!HandlerSymbols.ChannelsOf(method).Any(binding => binding.Kind.Answers()))
            {
                yield return ClassRules.Create(Descriptors.IgnoredResult, method, name, returned, kind.InBrackets());
            }
        }
    }
}
