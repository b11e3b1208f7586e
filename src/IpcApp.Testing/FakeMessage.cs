using System.Collections;
using IpcApp.Internal.Codec;
using IpcApp.Testing.Internal.Tracing;

namespace IpcApp.Testing;

/// <summary>A message that reached a page: its arguments, in order, and the ports that came with it.</summary>
public sealed class FakeMessage : IReadOnlyList<IpcValue>
{
    private readonly IReadOnlyList<IpcValue> _arguments;
    private readonly IpcSerializer _serializer;

    internal FakeMessage(
        string channel, IReadOnlyList<IpcValue> arguments, IReadOnlyList<FakeMessagePort> ports, IpcSerializer serializer)
    {
        Channel = channel;
        _arguments = arguments;
        Ports = ports;
        _serializer = serializer;
    }

    /// <summary>The channel it came on; empty for a message of a port.</summary>
    public string Channel { get; }

    /// <summary>The ports, not started yet; empty if there are none.</summary>
    public IReadOnlyList<FakeMessagePort> Ports { get; }

    /// <summary>How many arguments there are; one, for a message that was posted.</summary>
    public int Count => _arguments.Count;

    /// <summary>An argument.</summary>
    /// <param name="index">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    public IpcValue this[int index] => _arguments[index];

    /// <summary>An argument, as a C# value.</summary>
    /// <typeparam name="T">What to read it as. <see cref="IpcValue"/> takes any.</typeparam>
    /// <param name="index">From 0. One that the message does not have is undefined, as in a page.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    /// <exception cref="IpcBindingException">The argument is something else.</exception>
    public T Get<T>(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var what = Channel.Length > 0 ? $"argument {index + 1} of the message on '{Channel}'" : "the message of the port";
        return Read<T>(index < Count ? _arguments[index] : IpcValue.Undefined, what);
    }

    /// <inheritdoc/>
    public IEnumerator<IpcValue> GetEnumerator() => _arguments.GetEnumerator();

    /// <summary>The arguments as text, much like JavaScript source; cut to a line, and made for people.</summary>
    public override string ToString() => $"({TracedBytes.ArgumentsText(_arguments)})";

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private T Read<T>(IpcValue value, string what) => UntypedView.TryTake<T>(value, out var untyped) ? untyped : _serializer.Convert<T>(value, what)!;
}
