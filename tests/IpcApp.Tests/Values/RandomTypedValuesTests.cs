using CsCheck;
using IpcApp.Tests.Values.Properties;

namespace IpcApp.Tests.Values;

/// <summary>Generated values of C# types: a real Node reads and writes what was written, and the same types take it.</summary>
public sealed class RandomTypedValuesTests(NodePeer node) : IClassFixture<NodePeer>
{
    [Fact]
    public void Values_of_CSharp_types_survive_the_way_to_node_and_back()
    {
        var run = new DifferentialRun();
        foreach (var (firstSeed, count) in DifferentialRun.Batches())
        {
            var values = Enumerable.Range(0, count).Select(i => Make(firstSeed + (uint)i)).ToList();
            var returned = node.Rewrite(values.Select(value => value.Write(Codec.Serializer)));
            for (var i = 0; i < count; i++)
            {
                var actual = values[i].Bind(Codec.Read(returned[i]), Codec.Serializer);
                run.Compare(firstSeed + (uint)i, "C# reads something else.", values[i].ToString()!, actual);
            }
        }

        run.AssertNothingDiffered();
    }

    private static TypedValue Make(uint seed) => CSharpValues.Any.Generate(new PCG(1, seed), null, out _);
}
