using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using IpcApp.Testing.Internal.Faking;
using IpcApp.Values.Internal.Converters;

namespace IpcApp.Testing.Internal.Hostile;

/// <summary>
/// Whether what was bound is a valid value of the declared type, and the one that the page sent: all through, side by side with the page's
/// value.
/// </summary>
internal sealed class BoundValueCheck(ConverterResolver converters)
{
    private readonly ValuePath _path = new();
    private readonly HashSet<(IpcValue Sent, object Bound)> _seen = new(new ByReference());
    private readonly HashSet<object> _open = new(ReferenceEqualityComparer.Instance);
    private int _objects;

    /// <summary>The first thing that is wrong; null if nothing is.</summary>
    /// <param name="sent">What the page sent.</param>
    /// <param name="bound">What became of it.</param>
    /// <param name="type">The declared type.</param>
    /// <param name="allowsNull">Whether it is declared nullable.</param>
    public string? Find(IpcValue sent, object? bound, Type type, bool allowsNull)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        if (OwnProblem(bound, type, allowsNull) is { } problem)
        {
            return problem;
        }

        // What a converter of the app's own makes of a value is its own affair, but for what the type must never be.
        if (bound is null or IpcValue || inner.IsEnum || converters.HasCustomConverter(inner))
        {
            return null;
        }

        // Constructors and setters may trim and round as they like; what they did not touch is as it was sent.
        if (_objects == 0 && !IsSame(sent, bound))
        {
            return Problem($"is {bound} where the page sent {sent}");
        }

        if (bound is IEnumerable keyed and not string && FindFlood(keyed) is { } flood)
        {
            return flood;
        }

        return bound.GetType().IsValueType || bound is string ? Parts(sent, bound, inner) : Container(sent, bound, inner);
    }

    /// <summary>What cannot be right, whatever the page sent.</summary>
    private string? OwnProblem(object? bound, Type type, bool allowsNull)
    {
        if (bound is null)
        {
            return allowsNull ? null : Problem("is null, which its declaration does not allow");
        }

        var inner = Nullable.GetUnderlyingType(type) ?? type;
        return !type.IsInstanceOfType(bound) ? Problem($"is a {bound.GetType().Name}, which is no {type.Name}")
            : inner.IsEnum && !IsDefined(inner, bound) ? Problem($"is {bound}, which is no member of the enum {inner.Name}")
            : null;
    }

    /// <summary>A page may have chosen the keys of a hash table so that they make it slow.</summary>
    private string? FindFlood(IEnumerable bound)
    {
        var shape = CollectionShape.Find(bound.GetType());
        if (!(shape.IsSet || shape.Key is not null) || HashChains.Sorted.Contains(Definition(bound.GetType())))
        {
            return null;
        }

        var hashes = (bound is IDictionary { Keys: var keys } ? keys : bound).Cast<object?>().Select(key => (uint)(key?.GetHashCode() ?? 0)).ToList();
        var size = (uint)new HashSet<int>().EnsureCapacity(hashes.Count);
        var longest = hashes.Count <= HashChains.Longest ? 0 : hashes.CountBy(hash => hash % size).Max(chain => chain.Value);
        return longest > HashChains.Longest ? Problem($"has {longest} keys that fall into one bucket of a hash table") : null;
    }

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private string? Container(IpcValue sent, object bound, Type type)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return Problem("is nested so deeply that it can not be walked");
        }

        if (_open.Contains(bound))
        {
            return Problem("contains itself");
        }

        if (!_seen.Add((sent, bound)))
        {
            return null;
        }

        _open.Add(bound);
        var problem = Parts(sent, bound, type);
        _open.Remove(bound);
        return problem;
    }

    private string? Parts(IpcValue sent, object bound, Type type)
    {
        var info = converters.Json.TryGetTypeInfo(bound.GetType(), out var found) ? found : null;
        return info?.Kind switch
        {
            JsonTypeInfoKind.Object when sent is IpcObject properties => Members(properties, bound, info),
            JsonTypeInfoKind.Enumerable when sent is IpcArray array && CollectionShape.Find(type) is { IsSet: false, Element: { } element }
                => Elements(array, (IEnumerable)bound, element),
            JsonTypeInfoKind.Dictionary when sent is IpcObject properties && CollectionShape.Find(type).Element is { } value
                => Entries(properties, (IEnumerable)bound, value),
            _ => null,
        };
    }

    private string? Members(IpcObject sent, object bound, JsonTypeInfo info)
    {
        _objects++;
        foreach (var property in info.Properties.Where(ContractMembers.ComesFromPages))
        {
            var value = sent[property.Name];
            if (value.Kind == IpcValueKind.Undefined)
            {
                if (ContractMembers.IsRequired(property) && !converters.Json.PropertyNameCaseInsensitive)
                {
                    return Problem($"was made without the required member '{property.Name}'");
                }
            }
            else if (property.Get is { } get && Member(property, value, get(bound)) is { } problem)
            {
                return problem;
            }
        }

        _objects--;
        return null;
    }

    private string? Member(JsonPropertyInfo property, IpcValue sent, object? bound)
    {
        var allowsNull = ContractMembers.AllowsNull(property);
        if (property.CustomConverter is null)
        {
            return At(property.Name, sent, bound, property.PropertyType, allowsNull);
        }

        _path.Push(property.Name);
        var problem = OwnProblem(bound, property.PropertyType, allowsNull);
        _path.Pop();
        return problem;
    }

    private string? Elements(IpcArray sent, IEnumerable bound, Type type)
    {
        var elements = bound.Cast<object?>().ToList();
        if (_objects == 0 && elements.Count != sent.Length)
        {
            return Problem($"has {elements.Count} elements, of {sent.Length} that were sent");
        }

        return elements.Take(sent.Count)
            .Select((element, i) => At(i, sent[i], element, type, MayBeNull(type)))
            .FirstOrDefault(problem => problem is not null);
    }

    private string? Entries(IpcObject sent, IEnumerable bound, Type type)
    {
        var count = bound.Cast<object?>().Count();
        if (_objects == 0 && count != sent.Count)
        {
            return Problem($"has {count} entries, of {sent.Count} that were sent");
        }

        return bound is not IDictionary dictionary ? null : sent
            .Where(entry => dictionary.Contains(entry.Key))
            .Select(entry => At(entry.Key, entry.Value, dictionary[entry.Key], type, MayBeNull(type)))
            .FirstOrDefault(problem => problem is not null);
    }

    private string? At(string name, IpcValue sent, object? bound, Type type, bool allowsNull)
    {
        _path.Push(name);
        var problem = Find(sent, bound, type, allowsNull);
        _path.Pop();
        return problem;
    }

    private string? At(long index, IpcValue sent, object? bound, Type type, bool allowsNull)
    {
        _path.Push(index);
        var problem = Find(sent, bound, type, allowsNull);
        _path.Pop();
        return problem;
    }

    /// <summary>C#'s annotations of elements are not in the contracts, so null may be among references, as in JSON.</summary>
    private static bool MayBeNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    private static bool IsDefined(Type type, object value)
    {
        if (Enum.IsDefined(type, value))
        {
            return true;
        }

        var bits = Enum.GetValuesAsUnderlyingType(type).Cast<object>().Aggregate(0UL, (all, member) => all | Bits(member));
        var own = Bits(Convert.ChangeType(value, Enum.GetUnderlyingType(type), null));
        return type.IsDefined(typeof(FlagsAttribute), inherit: false) && (own & ~bits) == 0;
    }

    private static ulong Bits(object value) => value is ulong large ? large : unchecked((ulong)Convert.ToInt64(value, null));

    /// <summary>Numbers keep their value, texts their content. Floating point may lose precision, but no magnitude.</summary>
    private static bool IsSame(IpcValue sent, object bound) => (sent, bound) switch
    {
        (IpcNumber number, double value) => value.Equals(number.Value),
        (IpcNumber number, float value) => float.IsFinite(value) == double.IsFinite(number.Value),
        (IpcNumber number, sbyte or byte or short or ushort or int or uint or long or ulong or Int128 or UInt128 or BigInteger)
            => double.IsInteger(number.Value) && Whole(bound) == new BigInteger(number.Value),
        (IpcBigInt big, sbyte or byte or short or ushort or int or uint or long or ulong or Int128 or UInt128 or BigInteger)
            => Whole(bound) == big.Value,
        (IpcString text, string value) => text.Value == value,
        (IpcBoolean boolean, bool value) => boolean.Value == value,
        (_, string or bool) => false,
        _ => true,
    };

    private static BigInteger Whole(object value) => value switch
    {
        BigInteger big => big,
        Int128 number => number,
        UInt128 number => number,
        ulong number => number,
        _ => Convert.ToInt64(value, null),
    };

    private string Problem(string problem) => $"{_path} {problem}";

    /// <summary>What was looked at once is not looked at again: a page can make few references unfold to billions.</summary>
    private sealed class ByReference : IEqualityComparer<(IpcValue Sent, object Bound)>
    {
        public bool Equals((IpcValue Sent, object Bound) x, (IpcValue Sent, object Bound) y)
            => ReferenceEquals(x.Sent, y.Sent) && ReferenceEquals(x.Bound, y.Bound);

        public int GetHashCode((IpcValue Sent, object Bound) pair)
            => HashCode.Combine(RuntimeHelpers.GetHashCode(pair.Sent), RuntimeHelpers.GetHashCode(pair.Bound));
    }
}
