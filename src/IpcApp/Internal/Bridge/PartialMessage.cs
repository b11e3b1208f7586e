namespace IpcApp.Internal.Bridge;

/// <summary>A message of which some chunks have come.</summary>
internal sealed class PartialMessage(byte kind, uint id, int total) : IDisposable
{
    /// <summary>Up to here the whole of an announced message is allocated at once.</summary>
    private const int Eager = 1024 * 1024;

    /// <summary>Beyond, memory grows by this factor, so that an announcement alone costs nothing; copying adds a third at most.</summary>
    private const int Growth = 4;

    private BridgePayload _payload = BridgePayload.Rent(Math.Min(total, Eager));

    public byte Kind => kind;

    public uint Id => id;

    public int Total => total;

    public int Received { get; private set; }

    /// <summary>Where a chunk that begins to arrive goes.</summary>
    public Span<byte> Reserve(int length)
    {
        var needed = Received + length;
        if (needed > _payload.Length)
        {
            var larger = BridgePayload.Rent((int)Math.Min(total, Math.Max(needed, (long)_payload.Length * Growth)));
            _payload.Span[..Received].CopyTo(larger.Writable);
            _payload.Dispose();
            _payload = larger;
        }

        return _payload.Writable.Slice(Received, length);
    }

    public void Arrived(int length) => Received += length;

    /// <summary>The whole message; ownership passes to the caller.</summary>
    public BridgePayload Complete() => _payload;

    public void Dispose() => _payload.Dispose();
}
