using System.Buffers;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>JSON in pieces, so that a large one is never copied to a larger place while it grows.</summary>
/// <param name="limit">How many bytes it may have.</param>
internal sealed class JsonBuffer(long limit) : IBufferWriter<byte>
{
    /// <summary>The JSON writer asks for room for the longest encoding of a text: three bytes a character.</summary>
    private const int MaxAskedPerByte = 3;

    private const int FirstSize = 256;
    private const int LargestSize = 1024 * 1024;

    private Piece? _first;
    private Piece? _last;
    private long _before;

    /// <summary>All that was written.</summary>
    public ReadOnlySequence<byte> Written => _last is null ? default : new(_first!.Finish(), 0, _last.Finish(), _last.Count);

    /// <summary>All that was written, if it is in one piece.</summary>
    public bool TryGetSpan(out ReadOnlySpan<byte> written)
    {
        written = _last is null ? default : _last.Filled;
        return ReferenceEquals(_first, _last);
    }

    public void Advance(int count)
    {
        _last!.Count += count;
        if (_before + _last.Count > limit)
        {
            throw new MessageTooLargeException();
        }
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => PieceFor(sizeHint).Room;

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    private Piece PieceFor(int sizeHint)
    {
        var needed = Math.Max(sizeHint, 1);
        if (needed / MaxAskedPerByte > limit)
        {
            throw new MessageTooLargeException();
        }

        if (_last is null || _last.Room.Length < needed)
        {
            var size = _last is null ? FirstSize : Math.Min(2 * _last.Size, LargestSize);
            _before += _last?.Count ?? 0;
            var next = new Piece(Math.Max(size, needed), _before);
            _last?.Continue(next);
            _first ??= next;
            _last = next;
        }

        return _last;
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        private readonly byte[] _bytes;

        public Piece(int size, long before)
        {
            _bytes = GC.AllocateUninitializedArray<byte>(size);
            RunningIndex = before;
        }

        public int Size => _bytes.Length;

        public int Count { get; set; }

        public ReadOnlySpan<byte> Filled => _bytes.AsSpan(0, Count);

        public Memory<byte> Room => _bytes.AsMemory(Count);

        public Piece Finish()
        {
            Memory = _bytes.AsMemory(0, Count);
            return this;
        }

        public void Continue(Piece next)
        {
            Finish();
            Next = next;
        }
    }
}
