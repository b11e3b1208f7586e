using System.Buffers;
using System.Collections.Frozen;
using IpcApp.Internal.Codec;
using IpcApp.Testing.Internal.Hostile;

namespace IpcApp.Testing;

/// <summary>The arguments of one hostile message.</summary>
public sealed class IpcHostileArguments
{
    private const int LongestValue = 100;

    private readonly string _description;
    private readonly FrozenDictionary<IpcValue, string> _known;
    private readonly HostileValue? _hostile;
    private readonly IpcArray? _template;

    internal IpcHostileArguments(string description, string? parameter, IpcArray values, HostileValue? hostile = null, IpcArray? template = null)
    {
        _description = description;
        Parameter = parameter;
        Values = [.. values];
        _known = hostile?.JavaScript is { } text
            ? FrozenDictionary.ToFrozenDictionary([KeyValuePair.Create(hostile.Value, text)], ReferenceEqualityComparer.Instance)
            : FrozenDictionary<IpcValue, string>.Empty;
        _hostile = hostile;
        _template = template;
    }

    /// <summary>What is wrong with them: <c>argument 1 ('note') at $.title is NaN</c>.</summary>
    public string Description => _hostile is null ? _description : $"{_description} is {Shorten(JavaScriptText.List([_hostile.Value], _known))}";

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
        return _hostile?.Chain is { } chain ? DeepPayload.Fill(payload, chain) : payload;
    }

    private static string Shorten(string text) => text.Length > LongestValue ? text[..LongestValue] + "…" : text;
}
