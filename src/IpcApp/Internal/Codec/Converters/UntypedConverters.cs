using System.Collections;
using IpcApp.Infrastructure;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>Members declared as <see cref="object"/>: the run-time type decides on the way out, and the untyped view comes in.</summary>
internal sealed class ObjectTypeConverter(ConverterResolver resolver) : IpcConverter<object>
{
    public override string Expected => "a value";

    public override bool CountsItself => true;

    public override IpcValue Write(object value, WriteContext context)
    {
        if (value.GetType() != typeof(object))
        {
            return resolver.GetFor(value).WriteObject(value, context);
        }

        var empty = new IpcObject();
        context.Count(empty);
        return empty;
    }

    public override void Write(object value, ref IpcWriter writer)
    {
        if (value.GetType() == typeof(object))
        {
            base.Write(value, ref writer);
        }
        else
        {
            resolver.GetFor(value).WriteObject(value, ref writer);
        }
    }

    public override object Read(IpcValue value, ReadContext context) => value;
}

/// <summary>Sequences without an element type cross as arrays of whatever they hold; none can be bound to.</summary>
internal sealed class UntypedSequenceConverter<T>(ConverterResolver resolver) : IpcConverter<T>
    where T : IEnumerable
{
    private readonly IpcConverter<object> _element = resolver.Get<object>();
    private readonly SequenceConverter<IEnumerable<object?>, object?> _elements = new(resolver, isSet: false, build: null);

    public override string Expected => "an array";

    public override bool IsContainer => true;

    public override IpcValue Write(T value, WriteContext context)
        => new IpcArray(value.Cast<object?>().Select((element, index) => context.WriteElement(index, _element, element)));

    public override void Write(T value, ref IpcWriter writer) => _elements.Write(value.Cast<object?>(), ref writer);

    public override T Read(IpcValue value, ReadContext context)
        => throw UnsupportedType.OnRead(typeof(T), context, "its elements have no type; declare a List<T>");
}

/// <summary><see cref="IpcValue"/> and its kinds pass through as they are.</summary>
/// <typeparam name="T">One of these types; not said by a constraint, so that code without reflection can make converters.</typeparam>
internal sealed class IpcValueConverter<T> : IpcConverter<T>
{
    public override string Expected => typeof(T).Name switch
    {
        nameof(IpcValue) => "a value",
        nameof(IpcBigInt) => "a bigint",
        nameof(IpcBoolean) => "a boolean",
        nameof(IpcNumber) => "a number",
        nameof(IpcString) => "a string",
        nameof(IpcArray) => "an array",
        nameof(IpcObject) => "an object",
        nameof(IpcError) => "an Error",
        nameof(IpcBoxed) => "a wrapper object",
        nameof(IpcArrayBuffer) => "an ArrayBuffer",
        nameof(IpcArrayBufferView) => "a typed array or DataView",
        var name => $"a {name["Ipc".Length..]}",
    };

    public override bool HandlesNull => typeof(T) == typeof(IpcValue);

    public override Acceptance Accepts => Enum.TryParse<ValueKinds>(typeof(T).Name["Ipc".Length..], out var kind)
        ? new(kind, Objects: kind == ValueKinds.Object ? [ObjectOutline.Any] : null)
        : Acceptance.Anything;

    public override IpcValue Write(T value, WriteContext context) => value as IpcValue ?? IpcValue.Null;

    public override T Read(IpcValue value, ReadContext context) => value is T kind ? kind : throw context.Mismatch(Expected, value);
}

/// <summary>Exceptions cross as <c>Error: message</c>, never with their stack or their .NET class.</summary>
/// <typeparam name="T">Such a class.</typeparam>
internal sealed class ExceptionConverter<T> : IpcConverter<T>
{
    public override string Expected => "a value";

    public override Acceptance Accepts => Acceptance.Nothing;

    public override IpcValue Write(T value, WriteContext context)
    {
        var message = (value as Exception)?.Message ?? "";
        return new IpcError("Error", message, stack: $"Error: {message}");
    }

    public override T Read(IpcValue value, ReadContext context)
        => throw UnsupportedType.OnRead(typeof(T), context, "exceptions only go to pages; declare an IpcError");
}

/// <summary>Types that have no meaning outside their process.</summary>
internal sealed class UnsupportedConverter<T>(string reason) : IpcConverter<T>
{
    public override string Expected => "a value";

    public override Acceptance Accepts => Acceptance.Nothing;

    public override IpcValue Write(T value, WriteContext context) => throw context.Fail($"{typeof(T)}: {reason}");

    public override T Read(IpcValue value, ReadContext context) => throw UnsupportedType.OnRead(typeof(T), context, reason.TrimEnd('.'));
}
