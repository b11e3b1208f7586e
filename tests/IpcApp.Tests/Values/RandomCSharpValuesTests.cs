namespace IpcApp.Tests.Values;

/// <summary>Generated values of C#: a real Node reads what was written, and so does C#.</summary>
public sealed class RandomCSharpValuesTests(NodePeer node) : IClassFixture<NodePeer>
{
    [Fact]
    public void Values_of_csharp_arrive_as_they_are()
    {
        var hasFloat16 = Codec.Read(node.Evaluate("'Float16Array' in globalThis")).AsBoolean();
        var views = Enum.GetValues<IpcArrayBufferViewKind>()
            .Where(kind => hasFloat16 || kind != IpcArrayBufferViewKind.Float16Array)
            .ToList();
        var run = new DifferentialRun();
        foreach (var (firstSeed, count) in DifferentialRun.Batches())
        {
            var values = Enumerable.Range(0, count).Select(i => new RandomValues((int)(firstSeed + i), views).Next()).ToList();
            var payloads = values.Select(Codec.Write).ToList();
            var descriptions = node.Describe(payloads);
            for (var i = 0; i < count; i++)
            {
                var (seed, expected) = (firstSeed + (uint)i, Canonical.Describe(values[i]));
                run.Compare(seed, "Node reads something else.", expected, descriptions[i]);
                run.Compare(seed, "C# reads something else.", expected, Canonical.Describe(Codec.Read(payloads[i])));
            }
        }

        run.AssertNothingDiffered();
    }

    /// <summary>The description above is made for this comparison; equality for users is another piece of code.</summary>
    [Fact]
    public void What_reads_back_is_equal_and_what_differs_is_not()
    {
        var views = Enum.GetValues<IpcArrayBufferViewKind>();
        var previous = IpcValue.Undefined;
        for (var seed = 0; seed < 5000; seed++)
        {
            var value = new RandomValues(seed, views).Next();
            var payload = Codec.Write(value);
            foreach (var version in new byte[] { 13, 14, 15, 16 })
            {
                var read = Codec.Read(Codec.WithVersion(payload, version));
                Assert.True(IpcValue.DeepEquals(value, read), $"seed {seed} does not read back under version {version}");
            }

            Assert.Equal(Canonical.Describe(value) == Canonical.Describe(previous), IpcValue.DeepEquals(value, previous));
            previous = value;
        }
    }
}
