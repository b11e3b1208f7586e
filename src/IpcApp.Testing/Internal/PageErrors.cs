using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace IpcApp.Testing.Internal;

/// <summary>What listeners of pages have thrown: a failed assertion there is the test's, and must reach it. Thread-safe.</summary>
internal sealed class PageErrors
{
    private readonly ConcurrentQueue<ExceptionDispatchInfo> _errors = new();

    public void Add(Exception error) => _errors.Enqueue(ExceptionDispatchInfo.Capture(error));

    /// <summary>Throws the oldest that has not been thrown yet, as it was.</summary>
    public void ThrowNext()
    {
        if (_errors.TryDequeue(out var error))
        {
            error.Throw();
        }
    }
}
