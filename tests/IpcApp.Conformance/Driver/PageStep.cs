namespace IpcApp.Conformance.Driver;

/// <summary>One thing that a page does; <see cref="Frame.RunAsync"/> does several back to back.</summary>
public sealed record PageStep
{
    private PageStep(PageStepKind kind, object? channel, IReadOnlyList<object?> arguments, IReadOnlyList<PagePort>? transfer = null)
    {
        Kind = kind;
        Channel = channel;
        Arguments = arguments;
        Transfer = transfer;
    }

    public PageStepKind Kind { get; }

    /// <summary>The channel: a string, unless the scenario is about one that is not.</summary>
    public object? Channel { get; }

    /// <summary>The arguments; the message of <see cref="PostMessage"/> is the only one.</summary>
    public IReadOnlyList<object?> Arguments { get; }

    /// <summary>The list of ports that <see cref="PostMessage"/> transfers; null if the page gives none.</summary>
    public IReadOnlyList<PagePort>? Transfer { get; }

    /// <summary>What <see cref="PostMessageWith"/> gives in the place of a list of ports; else null.</summary>
    public IpcValue? TransferValue { get; private init; }

    public static PageStep Send(object? channel, params object?[] arguments) => new(PageStepKind.Send, channel, arguments);

    public static PageStep Invoke(object? channel, params object?[] arguments) => new(PageStepKind.Invoke, channel, arguments);

    public static PageStep SendSync(object? channel, params object?[] arguments) => new(PageStepKind.SendSync, channel, arguments);

    public static PageStep PostMessage(object? channel, object? message, params PagePort[]? transfer)
        => new(PageStepKind.PostMessage, channel, [message], transfer is { Length: 0 } ? null : transfer);

    /// <summary><see cref="PostMessage"/> with something that is no list of ports.</summary>
    public static PageStep PostMessageWith(string channel, object? message, IpcValue transfer)
        => new(PageStepKind.PostMessage, channel, [message]) { TransferValue = transfer };

    /// <summary>From now on what main sends on the channel is kept for <see cref="Frame.NextAsync"/>.</summary>
    public static PageStep Listen(string channel) => new(PageStepKind.Listen, channel, []);

    /// <summary>Takes the listener of <see cref="Listen"/> away.</summary>
    public static PageStep Unlisten(string channel) => new(PageStepKind.Unlisten, channel, []);
}

public enum PageStepKind
{
    Send,
    Invoke,
    SendSync,
    PostMessage,
    Listen,
    Unlisten,
}
