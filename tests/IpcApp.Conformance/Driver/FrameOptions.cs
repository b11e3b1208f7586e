namespace IpcApp.Conformance.Driver;

/// <summary>An iframe that a scenario adds.</summary>
public sealed record FrameOptions
{
    /// <summary>Whether it is sandboxed, scripts allowed: its origin is opaque then.</summary>
    public bool Sandboxed { get; init; }

    /// <summary>Whether it shows a document that the page itself wrote (<c>srcdoc</c>) instead of a page of the app.</summary>
    public bool SourceDocument { get; init; }

    /// <summary>The address of its page, such as <c>about:blank</c>; empty for none at all, null for a page of the app.</summary>
    public string? Url { get; init; }

    /// <summary>The frame's name.</summary>
    public string Name { get; init; } = "";
}
