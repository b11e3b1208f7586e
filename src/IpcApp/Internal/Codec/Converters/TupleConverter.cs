using IpcApp.Infrastructure;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>Tuples cross as arrays of exactly their length, whatever the names of their elements: <c>[A, B]</c> in TypeScript.</summary>
internal sealed class TupleConverter<T>(IpcTupleCodec<T> codec) : IpcConverter<T>
{
    public override string Expected => $"an array of {Count(codec.Length)}";

    public override bool IsContainer => true;

    public override Acceptance Accepts => new(ValueKinds.Array);

    public override IpcValue Write(T value, WriteContext context)
    {
        var result = new IpcArray();
        var writer = new IpcWriter(result, context);
        codec.Write(value, ref writer);
        return result;
    }

    public override void Write(T value, ref IpcWriter writer)
    {
        writer.BeginArray(codec.Length);
        codec.Write(value, ref writer);
        writer.EndArray(codec.Length);
    }

    public override T Read(IpcValue value, ReadContext context)
    {
        var array = value as IpcArray ?? throw context.Mismatch(Expected, value);
        if (array.Length != codec.Length)
        {
            throw context.Fail($"expected {Expected}, got an array of {Count(array.Length)}");
        }

        context.Count(codec.Length);
        var reader = new IpcReader(context, array);
        return codec.Read(ref reader);
    }

    public override bool TryRead(ref IpcReader reader, byte tag, out T value)
    {
        value = default!;
        if (tag != V8Tag.BeginDenseArray || reader.Stream.Bytes.ReadVarint() != codec.Length)
        {
            return false;
        }

        value = codec.Read(ref reader);
        ref var bytes = ref reader.Stream.Bytes;
        return !reader.HasFailed && bytes.ReadTag() == V8Tag.EndDenseArray && bytes.ReadVarint() == 0 && bytes.ReadVarint() == codec.Length;
    }

    private static string Count(long elements) => elements == 1 ? "1 element" : $"{elements} elements";
}
