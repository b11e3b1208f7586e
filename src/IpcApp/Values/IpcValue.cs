using IpcApp.Internal.Codec;

namespace IpcApp;

/// <summary>
/// A JavaScript value as Electron's structured clone carries it, without loss: the untyped view of a message.
/// </summary>
/// <remarks>
/// <para>The identity of a C# object is the identity of the JavaScript object, so cycles and shared references cross as they are.
/// Primitive values (undefined, null, boolean, number, bigint, string) equal each other by value, everything else by reference.</para>
/// <para>Instances may be read from several threads at once, but not while one of them changes one.</para>
/// </remarks>
public abstract partial class IpcValue
{
    private protected IpcValue()
    {
    }

    /// <summary>JavaScript's <c>undefined</c>, which is not <c>null</c>.</summary>
    public static IpcValue Undefined { get; } = new IpcNothing(IpcValueKind.Undefined);

    /// <summary>JavaScript's <c>null</c>.</summary>
    public static IpcValue Null { get; } = new IpcNothing(IpcValueKind.Null);

    /// <summary>What the value is in JavaScript.</summary>
    public abstract IpcValueKind Kind { get; }

    /// <summary>True for <c>undefined</c> and <c>null</c>.</summary>
    public bool IsNullOrUndefined => Kind is IpcValueKind.Undefined or IpcValueKind.Null;

    /// <summary>The own property of an object or array with this name; <see cref="Undefined"/> if there is none.</summary>
    /// <param name="name">The property's name; any string is an ordinary name, <c>__proto__</c> too.</param>
    /// <exception cref="InvalidOperationException">The value has no properties.</exception>
    public virtual IpcValue this[string name]
    {
        get => throw Mismatch("an object");
        set => throw Mismatch("an object");
    }

    /// <summary>The element of an array at this index; <see cref="Undefined"/> for a hole and past the end.</summary>
    /// <param name="index">From 0 to 4294967294.</param>
    /// <exception cref="InvalidOperationException">The value is not an array.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside its range.</exception>
    public virtual IpcValue this[long index]
    {
        get => throw Mismatch("an array");
        set => throw Mismatch("an array");
    }

    /// <summary>
    /// Whether two values are alike in every way a page could see, as <c>Object.is</c> tells primitives apart: NaN equals NaN, -0 differs
    /// from 0.
    /// Maps and sets are compared in order, an object's properties in any order. Cycles and sharing must match.
    /// </summary>
    /// <param name="left">One value; null stands for no value at all.</param>
    /// <param name="right">The other value.</param>
    /// <exception cref="InsufficientExecutionStackException">The values are nested too deeply to compare.</exception>
    public static bool DeepEquals(IpcValue? left, IpcValue? right) => new ValueComparer().AreEqual(left, right);

    /// <summary>
    /// A readable rendering, much like JavaScript source. Bounded in length and depth, safe on cycles; made for people, not for parsing.
    /// </summary>
    public override string ToString() => ValueRenderer.Render(this);

    private protected InvalidOperationException Mismatch(string wanted)
        => new($"The value is {ValueDescription.Describe(this)}, not {wanted}.");
}
