namespace IpcApp.Build.Processes;

/// <summary>A program to run.</summary>
/// <param name="File">Its name on the PATH, or its path.</param>
/// <param name="Arguments">Handed over as they are: no shell reads them.</param>
internal sealed record Command(string File, params string[] Arguments)
{
    /// <summary>Where it runs; null for the current folder.</summary>
    public string? Folder { get; init; }

    /// <summary>Added to the environment; null removes.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>After which it is ended, with its children, and has failed.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(15);

    public override string ToString() => string.Join(' ', [File, .. Arguments]);
}
