using System.Reflection;

namespace IpcApp.Internal.Ground;

/// <summary>What of an exception crosses to the page: a name and the message, never a stack (S50, design 9).</summary>
internal static class ErrorText
{
    public static string Of(Exception e)
    {
        // Reflection and tasks wrap what the handler threw; the page is to see the handler's own.
        while (e is TargetInvocationException or AggregateException { InnerExceptions.Count: 1 } && e.InnerException is { } inner)
        {
            e = inner;
        }

        var name = e switch
        {
            IpcException { Name: var own } => own,
            IpcBindingException => "TypeError",
            _ => "Error",
        };
        return (name, ExceptionText.MessageOf(e)) switch
        {
            ("", "") => "Error", // Electron would take the empty text for success (S52)
            (var n, "") => n,
            ("", var m) => m,
            var (n, m) => $"{n}: {m}",
        };
    }
}
