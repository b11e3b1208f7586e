using IpcApp.Generators.Internal.Models;
using IpcApp.Generators.Internal.Reading;
using static IpcApp.Generators.Internal.Models.ParameterSource;

namespace IpcApp.Generators.Internal.Writing;

/// <summary>The expressions that give parameters their values.</summary>
internal static class Bindings
{
    /// <summary>The value of a page's argument.</summary>
    public static string OfArgument(ParameterModel parameter, string call, int index)
    {
        var place = $"{index}, {CSharpText.Literal(parameter.Name)}";
        return parameter.Source is ArgumentOrDefault or NullableArgumentOrDefault
            ? $"{call}.{parameter.Source}<{parameter.Type}>({place}, {parameter.Text})"
            : $"{call}.{parameter.Source}<{parameter.Type}>({place})";
    }

    /// <summary>What stands in the call: the local with the page's argument, or the value itself.</summary>
    public static string InCall(ParameterModel parameter, ChannelKind kind, string call) => parameter.Source switch
    {
        Event => kind.IsInvoke() ? $"{call}.InvokeEvent" : $"{call}.Event",
        Cancellation => $"{call}.CancellationToken",
        Progress => $"{call}.Progress<{parameter.Type}>()",
        AllArguments => $"{call}.Arguments",
        Service => $"{call}.GetService<{parameter.Type}>()",
        // Whether null is right there, the user's declaration and default have decided.
        OptionalService => $"{call}.GetOptionalService<{parameter.Type}>()!",
        KeyedService => $"{call}.GetKeyedService<{parameter.Type}>({parameter.Text})",
        OptionalKeyedService => $"{call}.GetOptionalKeyedService<{parameter.Type}>({parameter.Text})!",
        _ => CSharpText.Identifier(parameter.Name),
    };
}
