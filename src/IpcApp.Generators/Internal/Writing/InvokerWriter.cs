using IpcApp.Generators.Internal.Models;
using IpcApp.Generators.Internal.Reading;

namespace IpcApp.Generators.Internal.Writing;

/// <summary>Writes the method that runs a handler for one message.</summary>
internal static class InvokerWriter
{
    private const int LongestCall = 130;

    public static void Write(SourceWriter writer, RegistrationModel registration, string handlerType, string invoker)
    {
        // The user's parameters keep their names; what is ours steps aside.
        var names = new UniqueNames(StringComparer.Ordinal, registration.Parameters.Select(parameter => parameter.Name));
        var (call, handler, result) = (names.Add("call"), names.Add("handler"), names.Add("result"));

        var modifiers = registration.IsAwaited ? "private static async" : "private static";
        writer.Line($"{modifiers} {Names.ValueTask} {invoker}({Names.Runtime}IpcCall {call})").Open();
        var index = 0;
        foreach (var parameter in registration.Parameters.Where(parameter => parameter.TakesArgument))
        {
            writer.Line($"var {CSharpText.Identifier(parameter.Name)} = {Bindings.OfArgument(parameter, call, index++)};");
        }

        // Only now, so that a message with bad arguments is refused before a handler exists.
        if (!registration.IsStatic)
        {
            writer.Line($"{registration.Receiver} {handler} = {call}.GetHandler<{handlerType}>();");
        }

        WriteCall(writer, registration, call, registration.IsStatic ? registration.Receiver : handler, result);
        if (registration.ResultType is not null)
        {
            writer.Line($"{call}.Return({result});");
        }

        if (!registration.IsAwaited)
        {
            writer.Line("return default;");
        }

        writer.Close();
    }

    private static void WriteCall(SourceWriter writer, RegistrationModel registration, string call, string receiver, string result)
    {
        var start = (registration.ResultType is { } type ? $"{type} {result} = " : "")
            + (registration.IsAwaited ? "await " : "")
            + $"{receiver}.{CSharpText.Identifier(registration.Method)}(";
        const string end = ");"; // no ConfigureAwait: a test that steps the app goes on in its own context
        var arguments = registration.Parameters.Select(parameter => Bindings.InCall(parameter, registration.Kind, call)).ToList();
        var line = start + string.Join(", ", arguments) + end;
        if (arguments.Count == 0 || line.Length <= LongestCall)
        {
            writer.Line(line);
            return;
        }

        var last = arguments.Count - 1;
        writer.Line(start)
            .Indent(1)
            .Lines(arguments.Select((argument, i) => i < last ? argument + "," : argument + end))
            .Indent(-1);
    }
}
