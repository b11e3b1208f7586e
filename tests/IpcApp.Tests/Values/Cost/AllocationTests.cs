namespace IpcApp.Tests.Values.Cost;

/// <summary>Tests that count what the whole process allocates, and so run while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AllocationTests
{
    public const string Name = "Allocation";
}
