using System.Collections;

namespace IpcApp.Testing;

/// <summary>A message that reached a page: its arguments, in order, and the ports that came with it.</summary>
public sealed class FakeMessage : IReadOnlyList<IpcValue>
{
    private readonly IReadOnlyList<IpcValue> _arguments;

    internal FakeMessage(IReadOnlyList<IpcValue> arguments, IReadOnlyList<FakeMessagePort> ports)
    {
        _arguments = arguments;
        Ports = ports;
    }

    /// <summary>The ports, not started yet; empty if there are none (S151).</summary>
    public IReadOnlyList<FakeMessagePort> Ports { get; }

    /// <summary>How many arguments there are; one, for a message that was posted.</summary>
    public int Count => _arguments.Count;

    /// <summary>An argument.</summary>
    /// <param name="index">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    public IpcValue this[int index] => _arguments[index];

    /// <inheritdoc/>
    public IEnumerator<IpcValue> GetEnumerator() => _arguments.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
