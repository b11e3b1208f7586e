using IpcApp.Testing.Internal.Recording;

namespace IpcApp.Testing;

/// <summary>How a recording is replayed. Not thread-safe while it changes.</summary>
/// <remarks>
/// <para>Channels are named exactly, or by their beginning and a star: <c>notes:*</c>.</para>
/// <para>A path leads through a value: <c>title</c>, <c>notes[2].title</c>. Those of arguments begin with the argument: <c>[0].title</c>. A star
/// stands for any one name or index, two for any number of them: <c>notes[*].id</c>, <c>**.createdAt</c>. A path takes all that is below it
/// along.</para>
/// </remarks>
public sealed class IpcReplayOptions
{
    private readonly List<string> _ignoredChannels = [];
    private readonly List<string> _skippedChannels = [];
    private readonly List<(string Channel, PathPattern Path)> _ignoredPaths = [];
    private readonly List<(string Channel, PathPattern Path, IpcValue Value)> _provided = [];

    /// <summary>What the values are made from that take the place of redacted ones. The same seed makes the same values.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>How long a handler that runs may take, in real time. 10 seconds by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long to wait, once no handler runs any more, for what the app sends by itself, in real time. 1 second by default. Waited for in full
    /// only where something is missing.
    /// </summary>
    public TimeSpan QuietTime { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Ends the replay. None by default.</summary>
    public CancellationToken CancellationToken { get; set; }

    /// <summary>Messages on a channel are sent, but neither answers nor messages to pages are compared or waited for.</summary>
    /// <param name="channel">The channel, or its beginning and a star.</param>
    /// <returns>The same options.</returns>
    public IpcReplayOptions IgnoreChannel(string channel)
    {
        _ignoredChannels.Add(NotEmpty(channel));
        return this;
    }

    /// <summary>Messages of pages on a channel are not sent, such as one that ends the app.</summary>
    /// <param name="channel">The channel, or its beginning and a star.</param>
    /// <returns>The same options.</returns>
    public IpcReplayOptions SkipChannel(string channel)
    {
        _skippedChannels.Add(NotEmpty(channel));
        return this;
    }

    /// <summary>A part of values is not compared on any channel.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentException">It is not a path.</exception>
    public IpcReplayOptions IgnorePath(string path) => IgnorePath("*", path);

    /// <summary>A part of values is not compared.</summary>
    /// <param name="channel">The channel, or its beginning and a star.</param>
    /// <param name="path">The path in the answer, or in the arguments of a message to a page.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentException">It is not a path.</exception>
    public IpcReplayOptions IgnorePath(string channel, string path)
    {
        _ignoredPaths.Add((NotEmpty(channel), PathPattern.Parse(path)));
        return this;
    }

    /// <summary>
    /// Gives what a page sends at a place, instead of what was recorded there or would be made up: a name that an enum has, a file that exists.
    /// </summary>
    /// <param name="channel">The channel, or its beginning and a star.</param>
    /// <param name="path">The path in the arguments.</param>
    /// <param name="value">The value.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentException">It is not a path.</exception>
    public IpcReplayOptions Provide(string channel, string path, IpcValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _provided.Add((NotEmpty(channel), PathPattern.Parse(path), value));
        return this;
    }

    internal bool Ignores(string channel) => _ignoredChannels.Any(pattern => Matches(pattern, channel));

    internal bool Skips(string channel) => _skippedChannels.Any(pattern => Matches(pattern, channel));

    internal Func<ValueStep?, bool> IgnoredIn(string channel)
    {
        var paths = _ignoredPaths.Where(ignored => Matches(ignored.Channel, channel)).Select(ignored => ignored.Path).ToList();
        return paths.Count == 0 ? static _ => false : place => paths.Any(path => path.Matches(place));
    }

    internal Func<ValueStep?, IpcValue?> ProvidedIn(string channel)
    {
        var values = _provided.Where(provided => Matches(provided.Channel, channel)).ToList();
        return values.Count == 0
            ? static _ => null
            : place => values.Where(provided => provided.Path.Matches(place)).Select(provided => provided.Value).LastOrDefault();
    }

    private static string NotEmpty(string channel)
    {
        ArgumentException.ThrowIfNullOrEmpty(channel);
        return channel;
    }

    private static bool Matches(string pattern, string channel)
        => pattern.EndsWith('*') ? channel.StartsWith(pattern[..^1], StringComparison.Ordinal) : channel == pattern;
}
