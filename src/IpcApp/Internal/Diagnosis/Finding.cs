namespace IpcApp.Internal.Diagnosis;

/// <summary>What one check has found. The ids are listed in <c>docs/reference/diagnostics.md</c>.</summary>
/// <param name="Id">Of the check: the same whatever it finds.</param>
/// <param name="Name">What was looked at.</param>
/// <param name="Found">What is there, or what is wrong with it.</param>
/// <param name="Remedy">How to mend it; null if nothing is wrong.</param>
/// <param name="Blocks">The capabilities that are missing until the problem is solved.</param>
internal sealed record Finding(string Id, string Name, string Found, string? Remedy = null, Capability Blocks = Capability.None)
{
    public bool IsOk => Remedy is null;
}
