namespace IpcApp.Conformance.Driver;

/// <summary>Values of a page that no clone can hold (S121): arguments of a <see cref="PageStep"/>, also inside an array.</summary>
public enum Uncloneable
{
    Function,
    Symbol,
    Promise,
    WeakMap,

    /// <summary>An element of the document.</summary>
    Element,

    /// <summary>An object with a getter that throws a TypeError of its own.</summary>
    ThrowingGetter,
}
