namespace IpcApp.Bench.Driver;

/// <summary>Nothing could be measured: the message is all that a person needs to read.</summary>
internal sealed class BenchException(string message) : Exception(message);
