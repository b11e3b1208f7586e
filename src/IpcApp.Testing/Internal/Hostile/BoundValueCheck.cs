using System.Collections;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using IpcApp.Internal.Codec.Converters;
using IpcApp.Testing.Internal.Faking;

namespace IpcApp.Testing.Internal.Hostile;

/// <summary>
/// Whether what was bound is a valid value of the declared type, and the one that the page sent: all through, side by side with the page's
/// value.
/// </summary>
/// <param name="converters">The app's converters.</param>
/// <param name="refusesNull">Whether null elements are judged, too.</param>
internal sealed partial class BoundValueCheck(ConverterResolver converters, bool refusesNull = true)
{
    private readonly ValuePath _path = new();
    private readonly NullabilityInfoContext _annotations = new();
    private readonly Dictionary<Type, EnumCheck> _enums = [];
    private readonly HashSet<(IpcValue Sent, object Bound)> _seen = new(new ByReference());
    private readonly HashSet<object> _open = new(ReferenceEqualityComparer.Instance);
    private int _objects;

    /// <summary>How many objects around the value System.Text.Json fills, which accepts null in collections of any declaration.</summary>
    private int _readAsJson;

    /// <summary>The first thing that is wrong; null if nothing is.</summary>
    /// <param name="sent">What the page sent.</param>
    /// <param name="bound">What became of it.</param>
    /// <param name="declared">What the declaration says of it.</param>
    public string? Find(IpcValue sent, object? bound, DeclaredPlace declared)
    {
        var inner = Nullable.GetUnderlyingType(declared.Type) ?? declared.Type;
        if (OwnProblem(bound, declared) is { } problem)
        {
            return problem;
        }

        if (bound is not null && inner.IsEnum)
        {
            return EnumOf(inner).Problem(sent, bound) is { } other ? Problem(other) : null;
        }

        // What a converter of the app's own makes of a value is its own affair, but for what the type must never be.
        if (bound is null or IpcValue || converters.HasCustomConverter(inner))
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

        return bound.GetType().IsValueType || bound is string ? Parts(sent, bound, declared) : Container(sent, bound, declared);
    }

    /// <summary>What cannot be right, whatever the page sent.</summary>
    private string? OwnProblem(object? bound, DeclaredPlace declared)
    {
        if (bound is null)
        {
            return declared.AllowsNull ? null : Problem("is null, which its declaration does not allow");
        }

        var inner = Nullable.GetUnderlyingType(declared.Type) ?? declared.Type;
        return !declared.Type.IsInstanceOfType(bound) ? Problem($"is a {bound.GetType().Name}, which is no {declared.Type.Name}")
            : inner.IsEnum && EnumOf(inner).OwnProblem(bound) is { } problem ? Problem(problem)
            : null;
    }

    private EnumCheck EnumOf(Type type)
    {
        if (!_enums.TryGetValue(type, out var check))
        {
            _enums[type] = check = new EnumCheck(type, converters.Json);
        }

        return check;
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

    private string? Container(IpcValue sent, object bound, DeclaredPlace declared)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return Problem("is nested so deeply that it cannot be walked");
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
        var problem = Parts(sent, bound, declared);
        _open.Remove(bound);
        return problem;
    }

    private string? Parts(IpcValue sent, object bound, DeclaredPlace declared)
    {
        var inner = Nullable.GetUnderlyingType(declared.Type) ?? declared.Type;
        if (bound is ITuple tuple)
        {
            return Items(sent, tuple, declared);
        }

        var info = converters.Json.TryGetTypeInfo(bound.GetType(), out var found) ? found : null;
        return info?.Kind switch
        {
            JsonTypeInfoKind.Object when sent is IpcObject properties => Members(properties, bound, info),
            JsonTypeInfoKind.Enumerable when CollectionShape.Find(inner) is { Element: { } element } shape && bound is IEnumerable items
                => Elements(sent, items, declared.Element(element), shape.IsSet),
            JsonTypeInfoKind.Dictionary when CollectionShape.Find(inner) is { Key: { } key, Element: { } value } && bound is IEnumerable entries
                => Entries(sent, entries, declared.Key(key), declared.Element(value)),
            _ => null,
        };
    }

    private string? Members(IpcObject sent, object bound, JsonTypeInfo info)
    {
        if (MemberLoss.OfType(info) is { } loss)
        {
            return Problem(loss);
        }

        var isReadAsJson = !Contracts.CanWalk(info);
        _objects++;
        _readAsJson += isReadAsJson ? 1 : 0;
        var problem = EachMember(sent, bound, info);
        _readAsJson -= isReadAsJson ? 1 : 0;
        _objects--;
        return problem;
    }

    private string? EachMember(IpcObject sent, object bound, JsonTypeInfo info)
    {
        foreach (var property in info.Properties)
        {
            var value = sent[property.Name];
            if (!ContractMembers.ComesFromPages(property))
            {
                if (MemberLoss.OfMember(property, value, bound) is { } lost)
                {
                    return Problem(lost);
                }
            }
            else if (value.Kind == IpcValueKind.Undefined)
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

        return null;
    }

    private string? Member(JsonPropertyInfo property, IpcValue sent, object? bound)
    {
        var annotations = property.AttributeProvider is PropertyInfo declaration ? _annotations.Create(declaration) : null;
        var declared = new DeclaredPlace(
            property.PropertyType,
            ContractMembers.AllowsNull(property),
            annotations?.Type == property.PropertyType ? annotations : null,
            JudgesElements: refusesNull && _readAsJson == 0 && property.NumberHandling is (null or JsonNumberHandling.Strict));
        _path.Push(property.Name);
        var problem = property.CustomConverter is null ? Find(sent, bound, declared) : OwnProblem(bound, declared);
        _path.Pop();
        return problem;
    }

    private string? At(string name, IpcValue sent, object? bound, DeclaredPlace declared)
    {
        _path.Push(name);
        var problem = Find(sent, bound, declared);
        _path.Pop();
        return problem;
    }

    private string? At(long index, IpcValue sent, object? bound, DeclaredPlace declared)
    {
        _path.Push(index);
        var problem = Find(sent, bound, declared);
        _path.Pop();
        return problem;
    }

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
