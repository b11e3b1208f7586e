using System.Buffers;
using System.Reflection;
using IpcApp.Infrastructure;
using IpcApp.Internal.Codec;

namespace IpcApp.Generators.Tests.Codecs;

/// <summary>
/// All that can be seen of how one type crosses: what becomes of its sample, and of many values that a page might send for it.
/// </summary>
internal sealed class CodecBehaviour
{
    /// <summary>Behind the length of the stream, and the tag of its header.</summary>
    private const int VersionAt = 5;

    private static readonly byte[] Versions = [13, 14, 15, 16];

    private readonly List<string> _lines = [];
    private readonly IpcSerializer _serializer;

    private CodecBehaviour(IpcSerializer serializer) => _serializer = serializer;

    /// <summary>How often arguments were read without untyped values between.</summary>
    public int DirectReads { get; private set; }

    public IReadOnlyList<string> Lines => _lines;

    public static CodecBehaviour Of(Type model, IpcSerializerOptions options)
    {
        var behaviour = new CodecBehaviour(new IpcSerializer(options));
        var property = model.GetProperty("Sample")!;
        var observe = typeof(CodecBehaviour).GetMethod(nameof(Observe), BindingFlags.NonPublic | BindingFlags.Instance)!;
        observe.MakeGenericMethod(property.PropertyType)
            .Invoke(behaviour, BindingFlags.DoNotWrapExceptions, null, [property.GetValue(null)], null);
        return behaviour;
    }

    private void Observe<T>(T sample)
    {
        Note("direct", () => Convert.ToHexString(Bytes(output => _serializer.Write(output, sample))));
        Note("untyped", () => Convert.ToHexString(Bytes(output => Payload.Write(output, _serializer.ToIpcValue(sample)))));
        Note("twice", () => Convert.ToHexString(Bytes(output => _serializer.WriteArguments(output, sample, sample))));
        IpcValue value;
        try
        {
            value = _serializer.ToIpcValue(sample);
        }
        catch (IpcCloneException)
        {
            value = new IpcObject { ["fine"] = 1 };
        }

        foreach (var (name, input) in Inputs.From(value))
        {
            Note(name, () => Read<T>(input));
        }
    }

    /// <summary>Bytes of every version of V8's format are read directly alike, or none is.</summary>
    private string Read<T>(IpcValue input)
    {
        var expected = Outcome(() => _serializer.Convert<T>(input, "it"));
        var payload = Bytes(output => _serializer.WriteArguments(output, input));
        var directly = 0;
        foreach (var version in Versions)
        {
            payload[VersionAt] = version;
            if (_serializer.TryReadArguments(payload, [IpcParameter.Of<T>("it", isRequired: true)], out _) is [BoundArgument<T> bound])
            {
                directly++;
                Assert.Equal(expected, Outcome(() => bound.Value));
            }
        }

        Assert.Contains(directly, new[] { 0, Versions.Length });
        DirectReads += directly;
        return expected;
    }

    // What was made is shown by what it is written as, which needs no comparing of types from different assemblies.
    private string Outcome<T>(Func<T?> make)
    {
        try
        {
            return Convert.ToHexString(Bytes(output => Payload.Write(output, _serializer.ToIpcValue(make()))));
        }
        catch (Exception e) when (e is IpcBindingException or IpcCloneException)
        {
            return Text(e);
        }
    }

    private void Note(string name, Func<string> observe)
    {
        try
        {
            _lines.Add($"{name}: {observe()}");
        }
        catch (Exception e) when (e is IpcBindingException or IpcCloneException)
        {
            _lines.Add($"{name}: {Text(e)}");
        }
    }

    private static string Text(Exception e)
        => $"{e.GetType().Name} {e.Message} {(e as IpcCloneException)?.Detail} {e.InnerException?.Message}";

    private static byte[] Bytes(Action<ArrayBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output);
        return output.WrittenSpan.ToArray();
    }
}
