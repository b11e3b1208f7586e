using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>Types that System.Text.Json would take apart although they mean nothing outside their process.</summary>
[RequiresUnreferencedCode(Reflected.Reason)]
[RequiresDynamicCode(Reflected.Reason)]
internal static class UnsupportedTypes
{
    public static string? Reason(Type type)
        => typeof(Delegate).IsAssignableFrom(type) ? "a delegate cannot cross"
            : typeof(Task).IsAssignableFrom(type) || IsValueTask(type) ? "a task cannot cross; await it"
            : typeof(Stream).IsAssignableFrom(type) ? "a stream cannot cross; send its bytes"
            : typeof(MemberInfo).IsAssignableFrom(type) || typeof(Assembly).IsAssignableFrom(type) ? "reflection cannot cross"
            : type == typeof(CancellationToken) || type == typeof(nint) || type == typeof(nuint) ? "the type cannot cross"
            : IsAsyncEnumerable(type) ? "an asynchronous sequence cannot cross; send its elements"
            : typeof(ITransferable).IsAssignableFrom(type) ? "a port is no part of a message; give it to PostMessage as a port to transfer"
            : type is { IsArray: true, IsSZArray: false } ? "an array of several dimensions cannot cross; use an array of arrays"
            : AccidentalCollections.Reason(type);

    private static bool IsValueTask(Type type)
        => type == typeof(ValueTask) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>));

    private static bool IsAsyncEnumerable(Type type)
        => type.GetInterfaces().Prepend(type).Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));
}
