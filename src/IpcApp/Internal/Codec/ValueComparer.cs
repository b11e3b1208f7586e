using System.Runtime.CompilerServices;

namespace IpcApp.Internal.Codec;

/// <summary>
/// One comparison of two graphs. An object met again must be paired with the same partner as before, which makes cycles end and
/// tells a shared object from two equal ones.
/// </summary>
internal sealed class ValueComparer
{
    private readonly Dictionary<IpcValue, IpcValue> _partners = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<IpcValue, IpcValue> _reverse = new(ReferenceEqualityComparer.Instance);

    public bool AreEqual(IpcValue? left, IpcValue? right)
    {
        if (left is null || right is null || left.Kind != right.Kind)
        {
            return left is null && right is null;
        }

        if (left.Kind <= IpcValueKind.String)
        {
            return PrimitivesAreEqual(left, right);
        }

        if (_partners.TryGetValue(left, out var partner) | _reverse.TryGetValue(right, out var reverse))
        {
            return ReferenceEquals(partner, right) && ReferenceEquals(reverse, left);
        }

        _partners[left] = right;
        _reverse[right] = left;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return ContentsAreEqual(left, right);
    }

    private static bool PrimitivesAreEqual(IpcValue left, IpcValue right) => (left, right) switch
    {
        (IpcNumber a, IpcNumber b) => a.Value.Equals(b.Value) && (a.Value != 0 || double.IsNegative(a.Value) == double.IsNegative(b.Value)),
        _ => left.Equals(right),
    };

    private bool ContentsAreEqual(IpcValue left, IpcValue right) => (left, right) switch
    {
        (IpcDate a, IpcDate b) => a.Milliseconds.Equals(b.Milliseconds),
        (IpcRegExp a, IpcRegExp b) => a.Source == b.Source && a.Flags == b.Flags,
        (IpcBoxed a, IpcBoxed b) => AreEqual(a.Value, b.Value),
        (IpcError a, IpcError b) => a.Name == b.Name && a.Message == b.Message && a.Stack == b.Stack && AreEqual(a.Cause, b.Cause),
        (IpcArrayBuffer a, IpcArrayBuffer b) => a.MaxByteLength == b.MaxByteLength && a.Bytes.Span.SequenceEqual(b.Bytes.Span),
        (IpcArrayBufferView a, IpcArrayBufferView b) => a.ViewKind == b.ViewKind && a.Bytes.Span.SequenceEqual(b.Bytes.Span),
        (IpcArray a, IpcArray b) => a.Length == b.Length && a.ElementCount == b.ElementCount
            && SequencesAreEqual(a.Elements, b.Elements, (x, y) => x.Key == y.Key && AreEqual(x.Value, y.Value))
            && PropertiesAreEqual(a.Properties, b.Properties),
        (IpcObject a, IpcObject b) => PropertiesAreEqual(a, b),
        (IpcMap a, IpcMap b) => SequencesAreEqual(a, b, (x, y) => AreEqual(x.Key, y.Key) && AreEqual(x.Value, y.Value)),
        (IpcSet a, IpcSet b) => SequencesAreEqual(a, b, AreEqual),
        _ => false,
    };

    private bool PropertiesAreEqual(IEnumerable<KeyValuePair<string, IpcValue>> left, IEnumerable<KeyValuePair<string, IpcValue>> right)
    {
        var others = right.ToDictionary(property => property.Key, property => property.Value);
        var count = 0;
        foreach (var (name, value) in left)
        {
            count++;
            if (!others.TryGetValue(name, out var other) || !AreEqual(value, other))
            {
                return false;
            }
        }

        return count == others.Count;
    }

    private static bool SequencesAreEqual<T>(IEnumerable<T> left, IEnumerable<T> right, Func<T, T, bool> areEqual)
    {
        using var others = right.GetEnumerator();
        foreach (var item in left)
        {
            if (!others.MoveNext() || !areEqual(item, others.Current))
            {
                return false;
            }
        }

        return !others.MoveNext();
    }
}
