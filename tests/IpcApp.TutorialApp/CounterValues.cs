using System.Threading.Channels;

namespace IpcApp.TutorialApp;

/// <summary>What the counter's page has reported: printed, as the tutorial does, and for tests to read.</summary>
public sealed class CounterValues
{
    private readonly Channel<int> _values = Channel.CreateUnbounded<int>();

    public void Add(int value)
    {
        Console.WriteLine($"The counter shows {value}");
        _values.Writer.TryWrite(value);
    }

    public ValueTask<int> NextAsync(CancellationToken cancellationToken) => _values.Reader.ReadAsync(cancellationToken);
}
