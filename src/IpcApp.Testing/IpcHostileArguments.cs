using System.Buffers;
using System.Collections.Frozen;
using IpcApp.Testing.Internal.Hostile;
using IpcApp.Values.Internal;

namespace IpcApp.Testing;

/// <summary>The arguments of one hostile message.</summary>
public sealed class IpcHostileArguments
{
    private readonly FrozenDictionary<IpcValue, string> _known;
    private readonly IpcArray? _template;
    private readonly DeepChain? _chain;

    internal IpcHostileArguments(string description, string? parameter, IpcArray values, HostileValue? hostile = null, IpcArray? template = null)
    {
        Description = description;
        Parameter = parameter;
        Values = [.. values];
        _known = hostile?.JavaScript is { } text
            ? FrozenDictionary.ToFrozenDictionary([KeyValuePair.Create(hostile.Value, text)], ReferenceEqualityComparer.Instance)
            : FrozenDictionary<IpcValue, string>.Empty;
        _chain = hostile?.Chain;
        _template = template;
    }

    /// <summary>What is wrong with them: <c>'note' at $.title is something else</c>.</summary>
    public string Description { get; }

    /// <summary>The parameter whose argument is hostile; null where it is their number.</summary>
    public string? Parameter { get; }

    /// <summary>
    /// The arguments. Some are nested so deeply that <see cref="FakeFrame"/> refuses to send them, as this side's encoder has limits that a
    /// browser's has not; the hostile suite sends those, too.
    /// </summary>
    public IReadOnlyList<IpcValue> Values { get; }

    /// <summary>The arguments as JavaScript, between the parentheses of a call; shortened where it is long.</summary>
    public override string ToString() => JavaScriptText.List(Values, _known);

    /// <summary>The message's payload.</summary>
    internal byte[] Encode(IpcSerializer serializer)
    {
        var output = new ArrayBufferWriter<byte>();
        serializer.WriteValue(output, _template ?? new IpcArray(Values));
        var payload = output.WrittenSpan.ToArray();
        return _chain is null ? payload : DeepPayload.Fill(payload, _chain);
    }
}
