using System.Diagnostics.CodeAnalysis;

namespace IpcApp.Internal.Codec;

/// <summary>Code that asks for an <see cref="IpcValue"/> gets the value itself, without a conversion.</summary>
internal static class UntypedView
{
    /// <summary>Takes the value as it is, if the type is <see cref="IpcValue"/> or one of its kinds.</summary>
    /// <remarks>
    /// Not if the type is <see cref="object"/> or an interface that a kind implements: null and undefined are null there, and a collection is
    /// one of C#.
    /// </remarks>
    public static bool TryTake<T>(IpcValue value, [MaybeNullWhen(false)] out T untyped)
    {
        if (typeof(IpcValue).IsAssignableFrom(typeof(T)) && value is T taken)
        {
            untyped = taken;
            return true;
        }

        untyped = default;
        return false;
    }
}
