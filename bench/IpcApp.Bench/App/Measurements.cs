namespace IpcApp.Bench.App;

/// <summary>What one run measured.</summary>
/// <param name="Rounds">Every round of every workload.</param>
/// <param name="Calls">How many answers were compared with their calls.</param>
/// <param name="WrongAnswers">How many of those answers belonged to another call, or were rejections.</param>
/// <param name="SmallCall">What one small call cost the C# process; null if that was not measured.</param>
public sealed record Measurements(IReadOnlyList<Round> Rounds, int Calls, int WrongAnswers, Usage? SmallCall = null);

/// <summary>What a process has used.</summary>
/// <param name="AllocatedBytes">Bytes of managed memory.</param>
/// <param name="CpuMicroseconds">Processor time of all threads, waiting in a loop included.</param>
public sealed record Usage(double AllocatedBytes, double CpuMicroseconds);

/// <summary>One workload both ways, one right after the other.</summary>
/// <param name="Workload">Its name.</param>
/// <param name="Handler">Microseconds a call to the C# handler, for each sample.</param>
/// <param name="Reference">Microseconds a call to what it is compared with, for each sample.</param>
public sealed record Round(string Workload, double[] Handler, double[] Reference);
