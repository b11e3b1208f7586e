namespace IpcApp.Testing;

/// <content>For the tests of this package and of the runtime.</content>
public sealed partial class IpcTestApp
{
    /// <summary>
    /// Is shown the bytes of each value that a page sends (length of the stream, stream, bytes of the views) and may change them: to what
    /// another engine would have written, or a broken one. Null, the default, leaves them alone. Called on the thread that sends.
    /// </summary>
    internal Action<Span<byte>>? ValueWritten
    {
        set => _host.ValueWritten = value;
    }
}
