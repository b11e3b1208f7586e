namespace IpcApp.Build.Mutation;

/// <summary>One small change to one place of the code, and what became of it.</summary>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Kind">What kind of change, in Stryker's words.</param>
/// <param name="Original">The first line of what stood there.</param>
/// <param name="Replacement">The first line of what stands there instead.</param>
/// <param name="Status">What became of it, in Stryker's words: <c>Killed</c>, <c>Survived</c>, <c>Timeout</c>, <c>NoCoverage</c> and others.</param>
internal sealed record Mutant(string File, int Line, int Column, string Kind, string Original, string Replacement, string Status)
{
    /// <summary>Of the same mutant, what one test project and another made of it: the better of the two.</summary>
    public static Mutant Better(Mutant one, Mutant other) => Rank(one) >= Rank(other) ? one : other;

    /// <summary>Whether a test failed, or did not end.</summary>
    public bool IsNoticed => Status is "Killed" or "Timeout";

    /// <summary>Whether it was tried, or would have been, if a test came to its place.</summary>
    public bool Counts => IsNoticed || Status is "Survived" or "NoCoverage";

    public override string ToString() => $"{File}:{Line}: {Status}, {Kind}: {Original} -> {Replacement}";

    private static int Rank(Mutant mutant) => mutant.Status switch
    {
        "Killed" => 4,
        "Timeout" => 3,
        "Survived" => 2,
        "NoCoverage" => 1,
        _ => 0,
    };
}
