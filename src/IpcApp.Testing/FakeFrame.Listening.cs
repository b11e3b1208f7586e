namespace IpcApp.Testing;

/// <summary>What reaches the frame's page.</summary>
public sealed partial class FakeFrame
{
    /// <summary>Hears of every message as it arrives; null if nobody does.</summary>
    internal Action<FakeMessage>? Arrived { get; set; }

    internal void Deliver(FakeMessage message)
    {
        _inbox.Deliver(message);
        Arrived?.Invoke(message);
    }
}
