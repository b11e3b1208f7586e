namespace IpcApp.Internal.Codec.Converters;

/// <summary>A property's name with its bytes in V8's format, which are worked out once.</summary>
internal sealed class PropertyKey
{
    private readonly byte[]? _encoded;
    private readonly int _prefix;
    private readonly uint? _index;

    public PropertyKey(string name)
    {
        Name = name;
        _index = PropertyTable.IsIndex(name, out var index) ? index : null;
        if (_index is null && !name.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF'))
        {
            var bytes = new V8ByteWriter(name.Length);
            bytes.WriteString(name);
            _encoded = bytes.Written.ToArray();
            bytes.Dispose();
            _prefix = _encoded.Length - name.Length;
        }
    }

    public string Name { get; }

    public void Write(ref V8ByteWriter bytes)
    {
        if (_encoded is not null)
        {
            bytes.WriteBytes(_encoded);
        }
        else if (_index is { } index)
        {
            bytes.WriteNumber(index);
        }
        else
        {
            bytes.WriteString(Name); // two bytes a character: its padding depends on its place
        }
    }

    /// <summary>Whether a one-byte string is this name.</summary>
    public bool Equals(ReadOnlySpan<byte> latin1) => _encoded is not null && _encoded.AsSpan(_prefix).SequenceEqual(latin1);

    public override string ToString() => Name;
}
