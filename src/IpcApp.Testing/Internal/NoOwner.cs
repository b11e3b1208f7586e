namespace IpcApp.Testing.Internal;

/// <summary>The owner of bytes that are an ordinary array.</summary>
internal sealed class NoOwner : IDisposable
{
    public static readonly NoOwner Instance = new();

    public void Dispose()
    {
    }
}
