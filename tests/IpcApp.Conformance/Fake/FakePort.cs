using IpcApp.Testing;

namespace IpcApp.Conformance.Fake;

/// <summary>A port in a page of the test package.</summary>
internal sealed class FakePort(FakeMessagePort port) : PagePort
{
    public static PageMessage Read(FakeMessage message) => new(message, [.. message.Ports.Select(each => new FakePort(each))]);

    /// <summary>The list that a step transfers. In C# what is no list is null, and what is no port in a list is null.</summary>
    public static IReadOnlyList<FakeMessagePort>? TransferOf(PageStep step) => step switch
    {
        { Transfer: { } ports } => Unwrap(ports),
        { TransferValue: null or { Kind: IpcValueKind.Undefined } } => [],
        { TransferValue: IpcArray } => [null!],
        _ => null,
    };

    public override Task PostMessageAsync(object? message, params PagePort[] transfer)
    {
        port.PostMessage(message, Unwrap(transfer));
        return Task.CompletedTask;
    }

    public override Task StartAsync()
    {
        port.Start();
        return Task.CompletedTask;
    }

    public override Task CloseAsync()
    {
        port.Close();
        return Task.CompletedTask;
    }

    public override async Task<PageMessage> NextAsync() => Read(await port.NextAsync(Patience.Limit));

    public override Task ClosedAsync() => port.WhenClosedAsync(Patience.Limit);

    private static FakeMessagePort[] Unwrap(IReadOnlyList<PagePort> ports) => [.. ports.Select(each => ((FakePort)each).Port)];

    private FakeMessagePort Port => port;
}
