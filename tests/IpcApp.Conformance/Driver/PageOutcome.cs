namespace IpcApp.Conformance.Driver;

/// <summary>How a step of a page ended: with a value, with an error, or not at all, since its document has gone.</summary>
public sealed record PageOutcome
{
    private PageOutcome()
    {
    }

    /// <summary>The document is gone: nobody is there who could see an outcome.</summary>
    public static PageOutcome Gone { get; } = new() { IsGone = true };

    /// <summary>What it returned, or its promise resolved with; null for another end.</summary>
    public IpcValue? Value { get; private init; }

    /// <summary>What it threw, or its promise rejected with; null for another end.</summary>
    public PageError? Error { get; private init; }

    /// <summary>Whether the document went away before.</summary>
    public bool IsGone { get; private init; }

    public static PageOutcome Returned(IpcValue value) => new() { Value = value };

    public static PageOutcome Threw(PageError error) => new() { Error = error };

    /// <summary>Asserts that it returned a value that a page could not tell from this one.</summary>
    public void ShouldBe(IpcValue expected)
    {
        if (Value is null || !IpcValue.DeepEquals(expected, Value))
        {
            Assert.Fail($"Expected {expected}, but {this}.");
        }
    }

    /// <summary>Asserts that it threw or rejected with exactly this text.</summary>
    public void ShouldFail(string message)
    {
        if (Error?.Message != message)
        {
            Assert.Fail($"Expected the error '{message}', but {this}.");
        }
    }

    public override string ToString()
        => IsGone ? "the document was gone" : Error is null ? $"it returned {Value}" : $"it threw {Error.Type} '{Error.Message}'";
}
