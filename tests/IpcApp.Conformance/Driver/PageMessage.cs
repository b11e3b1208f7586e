namespace IpcApp.Conformance.Driver;

/// <summary>What a listener in a page got.</summary>
/// <param name="Arguments">The arguments after the event; for a message over a port its data alone.</param>
/// <param name="Ports">The ports that came with it.</param>
public sealed record PageMessage(IReadOnlyList<IpcValue> Arguments, IReadOnlyList<PagePort> Ports)
{
    /// <summary>Asserts what the arguments are.</summary>
    public void ShouldBe(params IpcValue[] expected)
    {
        var got = new IpcArray(Arguments);
        if (!IpcValue.DeepEquals(new IpcArray(expected), got))
        {
            Assert.Fail($"Expected the arguments {new IpcArray(expected)}, but they were {got}.");
        }
    }
}
