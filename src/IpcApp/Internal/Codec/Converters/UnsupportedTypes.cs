using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>Types that System.Text.Json would take apart although they mean nothing outside their process.</summary>
[RequiresUnreferencedCode(Reflected.Reason)]
[RequiresDynamicCode(Reflected.Reason)]
internal static class UnsupportedTypes
{
    public static string? Reason(Type type)
        => typeof(Delegate).IsAssignableFrom(type) ? "a delegate can not cross"
            : typeof(Task).IsAssignableFrom(type) || IsValueTask(type) ? "a task can not cross; await it"
            : typeof(Stream).IsAssignableFrom(type) ? "a stream can not cross; send its bytes"
            : typeof(MemberInfo).IsAssignableFrom(type) || typeof(Assembly).IsAssignableFrom(type) ? "reflection can not cross"
            : type == typeof(CancellationToken) || type == typeof(nint) || type == typeof(nuint) ? "the type can not cross"
            : IsAsyncEnumerable(type) ? "an asynchronous sequence can not cross; send its elements"
            : typeof(ITransferable).IsAssignableFrom(type) ? "a port is no part of a message; give it to PostMessage as a port to transfer"
            : type is { IsArray: true, IsSZArray: false } ? "an array of several dimensions can not cross; use an array of arrays"
            : AccidentalCollections.Reason(type);

    private static bool IsValueTask(Type type)
        => type == typeof(ValueTask) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>));

    private static bool IsAsyncEnumerable(Type type)
        => type.GetInterfaces().Prepend(type).Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));
}
