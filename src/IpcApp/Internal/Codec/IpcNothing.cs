namespace IpcApp.Internal.Codec;

/// <summary>The two values without content: undefined and null, one object each.</summary>
internal sealed class IpcNothing(IpcValueKind kind) : IpcValue
{
    public override IpcValueKind Kind { get; } = kind;
}
