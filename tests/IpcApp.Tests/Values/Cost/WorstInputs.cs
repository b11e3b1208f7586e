using IpcApp.Internal.Codec;

namespace IpcApp.Tests.Values.Cost;

/// <summary>
/// Messages of one argument that become as much as messages may: of holes, references, empty containers and nulls, each as V8 would write
/// it and close to the limit of values, so that most of them are accepted.
/// </summary>
internal static class WorstInputs
{
    /// <summary>About how many bytes the messages have.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [100, 3_000, 30_000, 300_000];

    /// <summary>All messages of about this size, by name.</summary>
    /// <param name="size">The size.</param>
    /// <param name="element">Writes one element that fits, an object; null if elements are no objects.</param>
    /// <param name="rowsOnly">Whether elements must be arrays.</param>
    public static IEnumerable<(string Name, byte[] Payload)> Of(int size, Action<Stream>? element, bool rowsOnly)
    {
        yield return ("holes", AsLargeAsPossible(1, length => Message(stream => Sparse(stream, 0, length))));
        yield return ("elements and holes", AsLargeAsPossible(1, length => Message(stream => Sparse(stream, size / 5, length))));
        yield return ("rows of holes", AsLargeAsPossible(size / 7, length => Message(
            stream => Dense(stream, size / 7, row => Sparse(row, 0, length)))));
        if (!rowsOnly)
        {
            yield return ("nulls", Message(stream => Dense(stream, size, row => row.Byte(V8Tag.Null))));
        }

        yield return ("empty arrays", Message(stream => Dense(stream, size / 5, row => Dense(row, 0, _ => { }))));
        yield return ("rows of nulls", Message(stream => Rows(stream, 2, (row, _) => Dense(row, size / 2, value => value.Byte(V8Tag.Null)))));
        if (element is not null)
        {
            yield return ("one element, referred to", Message(stream => Rows(stream, size / 2, (row, i) =>
            {
                if (i == 0)
                {
                    element(row);
                }
                else
                {
                    row.Reference(2);
                }
            })));
        }

        yield return ("rows, referred to", Message(stream => Rows(stream, size / 4, (row, i) =>
        {
            if (i == 0)
            {
                Dense(row, size / 2, value => value.Byte(V8Tag.Null));
            }
            else
            {
                row.Reference(2);
            }
        })));
        yield return ("a few rows, referred to", Message(stream => Rows(stream, 30, (row, i) =>
        {
            if (i == 0)
            {
                Dense(row, size, value => value.Byte(V8Tag.Null));
            }
            else
            {
                row.Reference(2);
            }
        })));
        yield return ("empty objects", Message(stream => Rows(stream, size / 3, (row, _) => row.Object([]))));
        yield return ("objects, each referred to", Message(stream => Rows(stream, size / 5, (row, i) =>
        {
            if (i % 2 == 0)
            {
                row.Object([]);
            }
            else
            {
                row.Reference((uint)(2 + (i / 2)));
            }
        })));
        yield return ("an object of many members", Message(stream => stream.Object(Enumerable.Range(0, size / 7).Select(i => $"{i:x4}"))));
        yield return ("a long text, referred to", Message(stream => Rows(stream, size / 6, (row, i) =>
        {
            if (i == 0)
            {
                row.BoxedText(new string('x', size / 2));
            }
            else
            {
                row.Reference(2);
            }
        })));
    }

    /// <summary>A message of as many holes as one of its size may have; they take next to no bytes.</summary>
    /// <param name="arrays">How many arrays share them.</param>
    /// <param name="make">Makes the message of arrays of a length.</param>
    private static byte[] AsLargeAsPossible(int arrays, Func<int, byte[]> make)
    {
        var first = make((int)(ValueLimits.FreeValues / arrays));
        return make((int)((ValueLimits.Default.For(first.Length).Values - arrays - 1) / arrays));
    }

    private static byte[] Message(Action<Stream> argument)
    {
        using var stream = new Stream();
        Dense(stream, 1, argument);
        return stream.ToPayload();
    }

    /// <summary>An array that begins with elements, all of them null, and goes on with holes.</summary>
    private static void Sparse(Stream stream, int elements, int length)
    {
        stream.Byte(V8Tag.BeginSparseArray);
        stream.Number((uint)length);
        for (var i = 0; i < elements; i++)
        {
            stream.Index(i);
            stream.Byte(V8Tag.Null);
        }

        stream.Byte(V8Tag.EndSparseArray);
        stream.Number((uint)elements);
        stream.Number((uint)length);
    }

    private static void Dense(Stream stream, int length, Action<Stream> element) => Rows(stream, length, (row, _) => element(row));

    private static void Rows(Stream stream, int length, Action<Stream, int> element)
    {
        stream.Byte(V8Tag.BeginDenseArray);
        stream.Number((uint)length);
        for (var i = 0; i < length; i++)
        {
            element(stream, i);
        }

        stream.Byte(V8Tag.EndDenseArray);
        stream.Number(0);
        stream.Number((uint)length);
    }

    /// <summary>V8's format, piece by piece.</summary>
    internal sealed class Stream : IDisposable
    {
        private V8ByteWriter _bytes = new(1024);

        public Stream()
        {
            _bytes.WriteByte(V8Format.VersionTag);
            _bytes.WriteByte(V8Format.WrittenVersion);
        }

        public void Byte(byte value) => _bytes.WriteByte(value);

        public void Number(uint value) => _bytes.WriteVarint(value);

        public void Index(int index) => _bytes.WriteNumber(index);

        public void Reference(uint id)
        {
            Byte(V8Tag.ObjectReference);
            Number(id);
        }

        /// <summary>An object whose members are null.</summary>
        public void Object(IEnumerable<string> names)
        {
            var count = 0u;
            Byte(V8Tag.BeginObject);
            foreach (var name in names)
            {
                _bytes.WriteString(name);
                Byte(V8Tag.Null);
                count++;
            }

            Byte(V8Tag.EndObject);
            Number(count);
        }

        /// <summary>What JavaScript makes of <c>Object('text')</c>: a text that can be referred to.</summary>
        public void BoxedText(string text)
        {
            Byte(V8Tag.BoxedString);
            _bytes.WriteString(text);
        }

        public byte[] ToPayload() => [.. BitConverter.GetBytes(_bytes.Written.Length), .. _bytes.Written];

        public void Dispose() => _bytes.Dispose();
    }
}
