namespace IpcApp.Internal.Codec;

/// <content>Objects, arrays, maps and sets. They are registered before their content is read, as that may refer to them.</content>
internal ref partial struct V8Reader
{
    private IpcObject ReadPlainObject()
    {
        var result = Register(new IpcObject());
        var count = 0u;
        for (var tag = _bytes.ReadTag(); tag != V8Tag.EndObject; tag = _bytes.ReadTag())
        {
            var isIndex = ReadKey(tag, out var index, out var name);
            var value = ReadValue();
            if (!(isIndex ? result.TryAdd(index, value) : result.TryAdd(name, value)))
            {
                _bytes.Fail("an object has a property twice");
            }

            count++;
        }

        CheckCount(count);
        return result;
    }

    private IpcArray ReadDenseArray()
    {
        var result = Register(new IpcArray());
        var length = _bytes.ReadVarint();
        if (length > _bytes.Remaining)
        {
            _bytes.Fail("an array is longer than the data");
        }

        for (var i = 0u; i < length; i++)
        {
            var tag = _bytes.ReadTag();
            if (tag != V8Tag.Hole)
            {
                result[i] = ReadValue(tag);
            }
        }

        ReadArrayEnd(result, length, V8Tag.EndDenseArray);
        return result;
    }

    private IpcArray ReadSparseArray()
    {
        var result = Register(new IpcArray());
        _needsUntyped |= _isDirect;
        ReadArrayEnd(result, _bytes.ReadVarint(), V8Tag.EndSparseArray);
        return result;
    }

    /// <summary>What both forms of arrays end with: properties by name or index, their count, and the length once more.</summary>
    private void ReadArrayEnd(IpcArray result, uint length, byte endTag)
    {
        result.Length = length;
        var count = 0u;
        for (var tag = _bytes.ReadTag(); tag != endTag; tag = _bytes.ReadTag())
        {
            var isIndex = ReadKey(tag, out var index, out var name) || PropertyTable.IsIndex(name, out index);
            var value = ReadValue();
            if (isIndex ? index >= length || !result.IsHole(index) : !result.TryAddProperty(name, value))
            {
                _bytes.Fail("an array has a property twice or past its end");
            }

            if (isIndex)
            {
                result[index] = value;
            }

            count++;
        }

        CheckCount(count);
        CheckCount(length);
    }

    private IpcMap ReadMap()
    {
        var result = Register(new IpcMap());
        var count = 0u;
        for (var tag = _bytes.ReadTag(); tag != V8Tag.EndMap; tag = _bytes.ReadTag())
        {
            var key = ReadValue(tag);
            result[key] = ReadValue();
            count += 2;
        }

        CheckCount(count);
        return result;
    }

    private IpcSet ReadSet()
    {
        var result = Register(new IpcSet());
        var count = 0u;
        for (var tag = _bytes.ReadTag(); tag != V8Tag.EndSet; tag = _bytes.ReadTag())
        {
            result.Add(ReadValue(tag));
            count++;
        }

        CheckCount(count);
        return result;
    }

    /// <summary>
    /// A property's key: true and an index, or false and a name. Numbers that are no array index become names, as in JavaScript.
    /// </summary>
    private bool ReadKey(byte tag, out uint index, out string name)
    {
        index = 0;
        name = "";
        if (V8ByteReader.IsStringTag(tag))
        {
            name = _bytes.ReadString(tag);
            return false;
        }

        if (ReadPrimitive(tag) is not IpcNumber { Value: var number })
        {
            _bytes.Fail("a property's key is neither a string nor a number");
            return false;
        }

        if (number is >= 0 and <= PropertyTable.MaxIndex && double.IsInteger(number))
        {
            index = (uint)number;
            return true;
        }

        name = JsNumber.ToText(number);
        return false;
    }

    private void CheckCount(uint expected)
    {
        if (_bytes.ReadVarint() != expected)
        {
            _bytes.Fail("a count at the end of a container is wrong");
        }
    }
}
