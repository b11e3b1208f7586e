namespace IpcApp.Internal.Codec.Converters;

/// <summary>Kinds of JavaScript values, one bit for each <see cref="IpcValueKind"/>.</summary>
[Flags]
internal enum ValueKinds
{
    None = 0,
    Boolean = 1 << IpcValueKind.Boolean,
    Number = 1 << IpcValueKind.Number,
    BigInt = 1 << IpcValueKind.BigInt,
    String = 1 << IpcValueKind.String,
    Date = 1 << IpcValueKind.Date,
    RegExp = 1 << IpcValueKind.RegExp,
    Error = 1 << IpcValueKind.Error,
    Array = 1 << IpcValueKind.Array,
    Object = 1 << IpcValueKind.Object,
    Map = 1 << IpcValueKind.Map,
    Set = 1 << IpcValueKind.Set,
    ArrayBuffer = 1 << IpcValueKind.ArrayBuffer,
    ArrayBufferView = 1 << IpcValueKind.ArrayBufferView,
    Boxed = 1 << IpcValueKind.Boxed,
    All = (1 << (IpcValueKind.Boxed + 1)) - 1,
}

/// <summary>The kinds of JavaScript values that a converter reads: by them the cases of a union are told apart.</summary>
/// <param name="Usual">What the converter also writes.</param>
/// <param name="Tolerated">What it reads as well, if no other case of the union usually is of this kind.</param>
/// <param name="Objects">The objects it reads, if <paramref name="Usual"/> has objects; null if any object will do.</param>
internal sealed record Acceptance(ValueKinds Usual, ValueKinds Tolerated = ValueKinds.None, IReadOnlyList<ObjectOutline>? Objects = null)
{
    /// <summary>Reads any value, as far as is known.</summary>
    public static Acceptance Anything { get; } = new(ValueKinds.All);

    /// <summary>Reads nothing.</summary>
    public static Acceptance Nothing { get; } = new(ValueKinds.None);

    /// <summary>The objects it reads.</summary>
    public IReadOnlyList<ObjectOutline> Outlines => Objects ?? AnyObject;

    private static IReadOnlyList<ObjectOutline> AnyObject { get; } = [ObjectOutline.Any];

    /// <summary>Reads what any of these reads.</summary>
    public static Acceptance OfAny(IReadOnlyList<Acceptance> all)
    {
        var objects = all.Where(one => one.Has(IpcValueKind.Object)).SelectMany(one => one.Outlines).ToList();
        return new(
            all.Aggregate(ValueKinds.None, (kinds, one) => kinds | one.Usual),
            all.Aggregate(ValueKinds.None, (kinds, one) => kinds | one.Tolerated),
            objects.Count > 0 ? objects : null);
    }

    /// <summary>Whether no value can be meant for both, if it was written by this library or has all members that are required.</summary>
    public bool IsApartFrom(Acceptance other)
    {
        var shared = Usual & other.Usual;
        return shared == ValueKinds.None
            || (shared == ValueKinds.Object && Outlines.All(mine => other.Outlines.All(theirs => mine.IsApartFrom(theirs))));
    }

    public bool Has(IpcValueKind kind) => (Usual & (ValueKinds)(1 << (int)kind)) != 0;

    public bool Tolerates(IpcValueKind kind) => (Tolerated & (ValueKinds)(1 << (int)kind)) != 0;
}

/// <summary>The members of an object by their names in JavaScript.</summary>
/// <param name="Required">Those that a page must send.</param>
/// <param name="Known">All of them; null if any name may be one.</param>
/// <param name="IgnoresCase">True to compare names without regard to case.</param>
internal sealed record ObjectOutline(IReadOnlySet<string> Required, IReadOnlySet<string>? Known, bool IgnoresCase = false)
{
    public static ObjectOutline Any { get; } = new(new HashSet<string>(), null);

    /// <summary>Whether one of the two has a required member that the other does not know.</summary>
    public bool IsApartFrom(ObjectOutline other) => Outdoes(other) || other.Outdoes(this);

    /// <summary>Whether an object that fits both is meant for this one: it has a required member that the other does not know.</summary>
    public bool Outdoes(ObjectOutline other) => other.Known is not null && Required.Any(name => !other.Known.Contains(name));

    /// <summary>Returns true if the object has all required members.</summary>
    public bool Fits(IpcObject value) => Required.All(name => Has(value, name));

    private bool Has(IpcObject value, string name)
        => (value.TryGetValue(name, out var member) && member.Kind != IpcValueKind.Undefined)
            || (IgnoresCase && value.Any(other => other.Value.Kind != IpcValueKind.Undefined
                && string.Equals(other.Key, name, StringComparison.OrdinalIgnoreCase)));
}
