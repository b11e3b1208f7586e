using IpcApp.Generators.Internal.Models;
using IpcApp.Generators.Internal.Reading;

namespace IpcApp.Generators.Internal.Writing;

/// <summary>Writes the file of one handler class: its registrations, and a method for each that runs it.</summary>
internal static class HandlerWriter
{
    public static string Write(NamedHandler named, string containingNamespace)
    {
        var handler = named.Handler;
        var invokers = new UniqueNames(StringComparer.Ordinal, named.ClassName, "AddTo");
        var methods = handler.Registrations
            .Select(registration => (Registration: registration, Invoker: invokers.Add(registration.Method)))
            .ToList();
        var writer = new SourceWriter().Header()
            .Line($"namespace {containingNamespace};")
            .Line()
            .Line(Names.GeneratedCode)
            .Line($"internal static class {CSharpText.Identifier(named.ClassName)}")
            .Open()
            .Line($"internal static void AddTo({Names.ServiceCollection} services)")
            .Open()
            .Line($"{Names.Runtime}IpcHandlerServices.AddHandler<{handler.Type}>(")
            .Indent(1)
            .Line($"services, {handler.Lifetime});")
            .Indent(-1);
        foreach (var (registration, invoker) in methods)
        {
            WriteRegistration(writer, registration, invoker);
        }

        writer.Close();
        foreach (var (registration, invoker) in methods)
        {
            InvokerWriter.Write(writer.Line(), registration, handler.Type, CSharpText.Identifier(invoker));
        }

        return writer.Close().ToString();
    }

    private static void WriteRegistration(SourceWriter writer, RegistrationModel registration, string invoker)
    {
        writer.Line($"{Names.Runtime}IpcHandlerServices.AddRegistration(services, new {Names.Runtime}IpcRegistration")
            .Open()
            .Line($"Channel = {CSharpText.Literal(registration.Channel)},")
            .Line($"Kind = {Names.Runtime}IpcRegistrationKind.{registration.Kind},")
            .Line($"DisplayName = {CSharpText.Literal(registration.DisplayName)},");
        if (registration.SenderPolicy.Length > 0)
        {
            writer.Line($"SenderPolicy = {Names.SenderPolicy}{registration.SenderPolicy},");
        }

        var parameters = registration.Parameters.Where(parameter => parameter.TakesArgument).ToList();

        // Who takes the untyped arguments as well must find all of them there.
        var takesAll = registration.Parameters.Any(parameter => parameter.Source == ParameterSource.AllArguments);
        if (parameters.Count > 0)
        {
            writer.Line($"Parameters = new {Names.Runtime}IpcParameter[]")
                .Open()
                .Lines(parameters.Select(parameter => Describe(parameter, takesAll)))
                .Close("},");
        }

        writer.Line($"Invoker = {CSharpText.Identifier(invoker)},").Close("});");
    }

    private static string Describe(ParameterModel parameter, bool takesAll)
    {
        var (name, isRequired) = (CSharpText.Literal(parameter.Name), parameter.IsRequired ? "true" : "false");
        var isRest = parameter.Source is ParameterSource.RestArguments or ParameterSource.NullableRestArguments;
        var annotation = parameter.NullAnnotation is null ? null : CSharpText.Literal(parameter.NullAnnotation);
        if (!takesAll && !isRest)
        {
            return $"{Names.Runtime}IpcParameter.Of<{parameter.Type}>({name}, {isRequired}{(annotation is null ? "" : $", {annotation}")}),";
        }

        var more = new[] { isRest ? "IsRest = true" : null, annotation is null ? null : $"NullAnnotation = {annotation}" }
            .Where(text => text is not null)
            .ToList();
        return $"new({name}, typeof({parameter.DeclaredType}), {isRequired}){(more.Count == 0 ? "" : $" {{ {string.Join(", ", more)} }}")},";
    }
}
