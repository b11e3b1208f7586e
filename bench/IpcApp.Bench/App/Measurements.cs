namespace IpcApp.Bench.App;

/// <summary>What one run measured.</summary>
/// <param name="Rounds">Every round of every workload.</param>
/// <param name="Calls">How many answers were compared with their calls.</param>
/// <param name="WrongAnswers">How many of those answers belonged to another call, or were rejections.</param>
/// <param name="BytesPerSmallCall">What the C# process allocated for one small call; 0 if it was not measured.</param>
public sealed record Measurements(IReadOnlyList<Round> Rounds, int Calls, int WrongAnswers, double BytesPerSmallCall = 0);

/// <summary>One workload both ways, one right after the other.</summary>
/// <param name="Workload">Its name.</param>
/// <param name="Handler">Microseconds a call to the C# handler, for each sample.</param>
/// <param name="Reference">Microseconds a call to what it is compared with, for each sample.</param>
public sealed record Round(string Workload, double[] Handler, double[] Reference);
