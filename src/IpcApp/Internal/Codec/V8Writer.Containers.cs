namespace IpcApp.Internal.Codec;

/// <content>Objects, arrays, maps and sets.</content>
internal ref partial struct V8Writer
{
    private void WritePlainObject(IpcObject value)
    {
        _bytes.WriteByte(V8Tag.BeginObject);
        WriteProperties(value);
        _bytes.WriteByte(V8Tag.EndObject);
        _bytes.WriteVarint((uint)value.Count);
    }

    private uint WriteProperties(IEnumerable<KeyValuePair<string, IpcValue>> properties)
    {
        var count = 0u;
        foreach (var (name, value) in properties)
        {
            if (PropertyTable.IsIndex(name, out var index))
            {
                _bytes.WriteNumber(index);
            }
            else
            {
                _bytes.WriteString(name);
            }

            Write(value);
            count++;
        }

        return count;
    }

    private void WriteArray(IpcArray array)
    {
        var isDense = array.ElementCount == array.Length;
        _bytes.WriteByte(isDense ? V8Tag.BeginDenseArray : V8Tag.BeginSparseArray);
        _bytes.WriteVarint((uint)array.Length);
        foreach (var (index, element) in array.Elements)
        {
            if (!isDense)
            {
                _bytes.WriteNumber(index);
            }

            Write(element);
        }

        var named = WriteProperties(array.Properties);
        _bytes.WriteByte(isDense ? V8Tag.EndDenseArray : V8Tag.EndSparseArray);
        _bytes.WriteVarint(isDense ? named : named + (uint)array.ElementCount);
        _bytes.WriteVarint((uint)array.Length);
    }

    private void WriteMap(IpcMap map)
    {
        _bytes.WriteByte(V8Tag.BeginMap);
        foreach (var (key, value) in map)
        {
            Write(key);
            Write(value);
        }

        _bytes.WriteByte(V8Tag.EndMap);
        _bytes.WriteVarint(2 * (uint)map.Count);
    }

    private void WriteSet(IpcSet set)
    {
        _bytes.WriteByte(V8Tag.BeginSet);
        foreach (var element in set)
        {
            Write(element);
        }

        _bytes.WriteByte(V8Tag.EndSet);
        _bytes.WriteVarint((uint)set.Count);
    }
}
