using System.Buffers;
using IpcApp.Infrastructure;
using IpcApp.Internal.Codec;

namespace IpcApp.Tests.Values;

/// <summary>Binds a value straight from its bytes.</summary>
internal static class DirectBinding
{
    public static T Read<T>(IpcValue value)
    {
        var output = new ArrayBufferWriter<byte>();
        Codec.Serializer.WriteArguments(output, value);
        var bound = Codec.Serializer.TryReadArguments(output.WrittenMemory, [IpcParameter.Of<T>("it", isRequired: true)], out _);
        return Assert.IsType<BoundArgument<T>>(Assert.Single(bound!)).Value;
    }
}
