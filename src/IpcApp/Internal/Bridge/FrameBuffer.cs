using System.Buffers.Binary;

namespace IpcApp.Internal.Bridge;

/// <summary>Collects frames for one write: small pieces side by side in an array, big ones by reference.</summary>
internal sealed class FrameBuffer
{
    /// <summary>What one write is filled up to.</summary>
    public const int Batch = 64 * 1024;

    /// <summary>Below, copying a piece is cheaper than one more entry in the list that the system call walks.</summary>
    public const int CopyBelow = 16 * 1024;

    // Filling ends at a full batch, so the array holds one batch, and one small piece and some headers more.
    private readonly byte[] _array = new byte[Batch + CopyBelow + 1024];
    private readonly List<ArraySegment<byte>> _parts = [];
    private readonly List<IDisposable> _owners = [];
    private int _start;
    private int _end;

    /// <summary>Everything collected, copied or not.</summary>
    public int Bytes { get; private set; }

    /// <param name="header">Its length is that of the chunk alone.</param>
    /// <param name="total">The size of the whole message, written before its first chunk if there are more.</param>
    public void Begin(FrameHeader header, int? total)
    {
        var extra = total is null ? 0 : FrameHeader.TotalSize;
        (header with { Length = header.Length + extra }).Write(Take(FrameHeader.Size));
        if (total is { } size)
        {
            BinaryPrimitives.WriteInt32LittleEndian(Take(FrameHeader.TotalSize), size);
        }
    }

    /// <summary>The bytes must stay as they are until <see cref="Clear"/>, unless they are few.</summary>
    public void Add(ArraySegment<byte> piece)
    {
        if (piece.Count < CopyBelow)
        {
            AddCopy(piece);
            return;
        }

        Cut();
        _parts.Add(piece);
        Bytes += piece.Count;
    }

    /// <summary>For fewer than <see cref="CopyBelow"/> bytes.</summary>
    public void AddCopy(ReadOnlySpan<byte> piece) => piece.CopyTo(Take(piece.Length));

    public void ReleaseLater(IDisposable owner) => _owners.Add(owner);

    /// <summary>Everything collected so far, in order.</summary>
    public IList<ArraySegment<byte>> Parts()
    {
        Cut();
        return _parts;
    }

    /// <summary>Forgets everything and gives back what was held by reference.</summary>
    public void Clear()
    {
        foreach (var owner in _owners)
        {
            owner.Dispose();
        }

        _owners.Clear();
        _parts.Clear();
        _start = _end = Bytes = 0;
    }

    private Span<byte> Take(int length)
    {
        var taken = _array.AsSpan(_end, length);
        _end += length;
        Bytes += length;
        return taken;
    }

    private void Cut()
    {
        if (_end > _start)
        {
            _parts.Add(new ArraySegment<byte>(_array, _start, _end - _start));
            _start = _end;
        }
    }
}
