using System.Runtime.InteropServices;
using IpcApp.Internal.Wire;

namespace IpcApp.Testing.Internal;

/// <summary>The bytes of what pages send.</summary>
internal sealed partial class FakeElectron
{
    /// <inheritdoc cref="IpcTestApp.ValueWritten"/>
    public Action<Span<byte>>? ValueWritten { get; set; }

    /// <summary>What a page posts, as bytes.</summary>
    /// <exception cref="IpcRendererException">It cannot be cloned (S118).</exception>
    public PayloadWriter EncodeMessage(object? message) => Encode(payload => _pages!.Write(payload, message));

    private PayloadWriter Encode(object?[] arguments) => Encode(payload => _pages!.WriteArguments(payload, arguments));

    private PayloadWriter Encode(Action<PayloadWriter> write)
    {
        var payload = new PayloadWriter();
        RendererErrors.Cloning(() => write(payload));
        ValueWritten?.Invoke(MemoryMarshal.AsMemory(payload.WrittenMemory).Span);
        return payload;
    }
}
