using IpcApp.Infrastructure;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>Types for which the generator wrote a codec. It gives the same results as <see cref="ObjectConverter{T}"/>.</summary>
internal sealed class GeneratedConverter<T>(IpcObjectCodec<T> codec) : IpcConverter<T>
{
    public override string Expected => "an object";

    public override bool IsContainer => true;

    public override Acceptance Accepts => new(ValueKinds.Object, Objects: [codec.Shape.Outline]);

    public override IpcValue Write(T value, WriteContext context)
    {
        var result = new IpcObject();
        var writer = new IpcWriter(result, context);
        try
        {
            codec.Write(value, ref writer);
        }
        catch (Exception e) when (!writer.IsInMember)
        {
            // A getter that throws makes its object uncloneable, as in JavaScript (S117).
            throw context.Fail($"{value!.GetType()}.{NextMember(writer.LastMember)} threw: {ExceptionText.MessageOf(e)}", e);
        }

        return result;
    }

    public override void Write(T value, ref IpcWriter writer)
    {
        var outer = writer.BeginMembers();
        codec.Write(value, ref writer);
        writer.EndMembers(outer);
    }

    public override T Read(IpcValue value, ReadContext context)
    {
        var source = value as IpcObject ?? throw context.Mismatch(Expected, value);
        if (!codec.CanRead)
        {
            throw UnsupportedType.OnRead(typeof(T), context, UnsupportedType.NotMade);
        }

        context.Count(source.Count);
        var reader = new IpcReader(context, source);
        try
        {
            return codec.Read(ref reader);
        }
        catch (Exception e) when (reader.IsCreating)
        {
            // Constructors and setters validate; their messages are meant for the sender of the value.
            throw context.Fail(ExceptionText.MessageOf(e), e);
        }
    }

    public override bool TryRead(ref IpcReader reader, byte tag, out T value)
    {
        if (tag != V8Tag.BeginObject || !codec.CanRead)
        {
            value = default!;
            return false;
        }

        value = codec.Read(ref reader);
        return !reader.HasFailed;
    }

    private string? NextMember(int last)
        => codec.Members.FirstOrDefault(member => member.Index > last && member.Traits.HasFlag(IpcMemberTraits.Written))?.Name;
}
