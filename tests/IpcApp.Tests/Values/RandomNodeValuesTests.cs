namespace IpcApp.Tests.Values;

/// <summary>Generated values of a real Node: what C# reads is what a clone should be, and so is what it writes back.</summary>
public sealed class RandomNodeValuesTests(NodePeer node) : IClassFixture<NodePeer>
{
    private static readonly byte[] OtherVersions = [13, 14, 16];

    [Fact]
    public void Values_of_node_survive_the_way_to_csharp_and_back()
    {
        var run = new DifferentialRun();
        foreach (var (firstSeed, count) in DifferentialRun.Batches())
        {
            var batch = node.Random(firstSeed, count).ToList();
            var values = batch.Select(made => Codec.Read(made.Payload)).ToList();
            var returned = node.Describe(values.Select(Codec.Write));
            for (var i = 0; i < count; i++)
            {
                var (seed, expected) = (firstSeed + (uint)i, batch[i].Description);
                run.Compare(seed, "C# reads something else.", expected, Canonical.Describe(values[i]));
                run.Compare(seed, "C# writes something else.", expected, returned[i]);
                foreach (var version in OtherVersions)
                {
                    var other = Codec.Read(Codec.WithVersion(batch[i].Payload, version));
                    run.Compare(seed, $"Version {version} reads otherwise.", expected, Canonical.Describe(other));
                }
            }
        }

        run.AssertNothingDiffered();
    }
}
