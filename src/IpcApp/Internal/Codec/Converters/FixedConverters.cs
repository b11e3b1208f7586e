using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// Decides without reflection how a type crosses for which no codec was generated: as the app's own <c>JsonSerializerContext</c> says.
/// </summary>
internal static class FixedConverters
{
    public static IpcConverter Create<T>(ConverterResolver resolver)
        => typeof(IpcValue).IsAssignableFrom(typeof(T)) ? new IpcValueConverter<T>()
            : typeof(Exception).IsAssignableFrom(typeof(T)) ? new ExceptionConverter<T>()
            : FindContract(typeof(T), resolver, out var problem) is JsonTypeInfo<T> contract ? new JsonTextConverter<T>(contract)
            : new UnsupportedConverter<T>(problem);

    public static IpcConverter CreateFor(object value, ConverterResolver resolver)
        => value is IpcValue ? new IpcValueConverter<IpcValue>()
            : value is Exception ? new ExceptionConverter<Exception>()
            : CodecTable.FindFor(value) is { } definition ? definition.Create(resolver)
            : FindContract(value.GetType(), resolver, out var problem) is { } contract ? new RunTimeJsonConverter(contract)
            : new UnsupportedConverter<object>(problem);

    private static JsonTypeInfo? FindContract(Type type, ConverterResolver resolver, out string problem)
    {
        problem = NoCodec(type);
        try
        {
            return !TupleShape.IsTuple(type) && resolver.Json.TryGetTypeInfo(type, out var contract) ? contract : null;
        }
        catch (NotSupportedException e)
        {
            problem = e.Message; // the type is made of one that cannot cross
            return null;
        }
    }

    private static string NoCodec(Type type)
        => $"there is no codec for {type}; add [assembly: IpcSerializable(typeof({type.Name}))], "
            + "or a JsonSerializerContext that has it to IpcSerializerOptions.JsonSerializerOptions.TypeInfoResolverChain";

    private sealed class RunTimeJsonConverter(JsonTypeInfo contract) : IpcConverter<object>
    {
        public override string Expected => "a value";

        public override IpcValue Write(object value, WriteContext context)
        {
            try
            {
                return JsonTranscoder.FromJson(writer => JsonSerializer.Serialize(writer, value, contract), context);
            }
            catch (Exception e) when (e is not (IpcCloneException or MessageTooLargeException))
            {
                throw context.Fail($"{value.GetType()}: {ExceptionText.MessageOf(e)}", e);
            }
        }

        public override object Read(IpcValue value, ReadContext context) => value;
    }
}
