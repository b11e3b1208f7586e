using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bogus;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Codec.Converters;
using IpcApp.Testing.Internal.Hostile;

namespace IpcApp.Testing.Internal.Faking;

/// <summary>Plausible values of declared C# types, as pages send them: by the same contracts that the binding goes by.</summary>
internal sealed class PlausibleTypes
{
    private const int MaxDepth = 4;
    private const int Attempts = 10;

    private readonly Faker _faker;
    private readonly PlausibleValues _values;
    private readonly JsonSerializerOptions _json;
    private readonly ConverterResolver _converters;
    private readonly IpcSerializer _serializer;
    private readonly Dictionary<Type, Func<Faker, object?>> _rules;
    private readonly Dictionary<(Type Type, JsonConverter Converter), IpcSerializer> _ofMembers = [];

    public PlausibleTypes(Faker faker, IpcSerializerOptions options, Dictionary<Type, Func<Faker, object?>> rules)
    {
        _faker = faker;
        _values = new PlausibleValues(faker);
        _converters = new ConverterResolver(options);
        _json = _converters.Json;
        _serializer = new IpcSerializer(options);
        _rules = rules;
    }

    /// <summary>A value that binds, if one can be found: constructors and converters of the app's own may be strict.</summary>
    public IpcValue Make(Type type, string? name)
    {
        var value = Draw(type, name, 0);
        for (var i = 1; i < Attempts && !Binds(value, type, _serializer); i++)
        {
            value = Draw(type, name, 0);
        }

        return value;
    }

    private static bool Binds(IpcValue value, Type type, IpcSerializer serializer)
    {
        try
        {
            return serializer.Convert(value, type, "the value") is not null;
        }
        catch (Exception)
        {
            return false; // what the app's own constructors and converters throw, may be anything
        }
    }

    private IpcValue Draw(Type type, string? name, int depth)
    {
        if (_rules.TryGetValue(type, out var rule))
        {
            return _serializer.ToIpcValue<object?>(rule(_faker));
        }

        if (HasOwnConverter(type))
        {
            return Guess(type, name, _serializer);
        }

        if (type == typeof(object) || type == typeof(IpcValue))
        {
            return _values.Make(2);
        }

        return PlausibleScalars.TryMake(type, _faker, name)
            ?? (typeof(IpcValue).IsAssignableFrom(type) ? PlausibleKinds.Make(type, _faker, _values)
                : type.IsEnum ? Member(type)
                : Nullable.GetUnderlyingType(type) is { } inner ? Draw(inner, name, depth)
                : IsJson(type) ? Json(type)
                : TupleShape.IsTuple(type) ? new IpcArray(TupleShape.ElementsOf(type).Select(element => Draw(element, name, depth + 1)))
                : UnionShape.IsUnion(type) ? Case(type, name, depth)
                : Collection(type, name, depth) ?? Properties(type, depth));
    }

    private bool HasOwnConverter(Type type)
        => !type.IsEnum && !IsJson(type) && _converters.HasCustomConverter(type);

    private static bool IsJson(Type type)
        => typeof(JsonNode).IsAssignableFrom(type) || type == typeof(JsonElement) || type == typeof(JsonDocument);

    private IpcValue Json(Type type)
        => type == typeof(JsonArray) ? new IpcArray { _faker.Lorem.Word(), _faker.Random.Int(0, 100) }
            : type == typeof(JsonValue) ? _faker.Lorem.Word()
            : new IpcObject { ["text"] = _faker.Lorem.Word() };

    private IpcValue Member(Type type)
    {
        var members = Enum.GetValuesAsUnderlyingType(type);
        return members.Length == 0
            ? 0
            : JsonTranscoder.FromElement(
                JsonSerializer.SerializeToElement(Enum.ToObject(type, members.GetValue(_faker.Random.Int(0, members.Length - 1))!), type, _json));
    }

    private IpcValue Case(Type union, string? name, int depth)
    {
        var cases = UnionShape.CasesOf(union);
        return depth > MaxDepth ? IpcValue.Null
            : Draw(UnionShape.CaseType(cases[_faker.Random.Int(0, cases.Count - 1)]), name, depth + 1);
    }

    private IpcValue? Collection(Type type, string? name, int depth)
    {
        if (_json.TryGetTypeInfo(type, out var info) && info.Kind == JsonTypeInfoKind.None)
        {
            return null;
        }

        var shape = CollectionShape.MemoryOf(type) is { } item ? new CollectionShape(null, item) : CollectionShape.Find(type);
        var count = depth >= MaxDepth ? 0 : _faker.Random.Int(1, 3);
        if (shape.Element is not { } element)
        {
            return null;
        }

        var elements = Enumerable.Range(0, count).Select(_ => Draw(element, name, depth + 1)).ToList();
        if (shape.Key is not { } key)
        {
            return shape.IsSet ? new IpcSet(elements) : new IpcArray(elements);
        }

        return key == typeof(string) ? Dictionary(elements) : Map(key, elements, depth);
    }

    private IpcObject Dictionary(List<IpcValue> values)
    {
        var result = new IpcObject();
        values.ForEach(value => result[_faker.Lorem.Word()] = value);
        return result;
    }

    private IpcMap Map(Type key, List<IpcValue> values, int depth)
    {
        var result = new IpcMap();
        values.ForEach(value => result[Draw(key, null, depth + 1)] = value);
        return result;
    }

    private IpcValue Properties(Type type, int depth)
    {
        if (!_json.TryGetTypeInfo(type, out var info) || info.Kind != JsonTypeInfoKind.Object)
        {
            return Guess(type, null, _serializer);
        }

        var result = new IpcObject();
        if (info.PolymorphismOptions is { DerivedTypes.Count: > 0 } polymorphism)
        {
            var derived = polymorphism.DerivedTypes[_faker.Random.Int(0, polymorphism.DerivedTypes.Count - 1)];
            result[polymorphism.TypeDiscriminatorPropertyName] = derived.TypeDiscriminator switch
            {
                string text => text,
                int number => number,
                _ => IpcValue.Undefined,
            };
            info = _json.GetTypeInfo(derived.DerivedType);
        }

        foreach (var property in info.Properties.Where(ContractMembers.ComesFromPages))
        {
            Add(result, property, depth + 1);
        }

        // A page has them from an answer, and may send them back.
        foreach (var property in info.Properties.Where(property => !ContractMembers.ComesFromPages(property) && MemberLoss.IsKept(property)))
        {
            var value = depth > MaxDepth ? IpcValue.Undefined : Draw(property.PropertyType, property.Name, depth + 1);
            if (depth <= MaxDepth && Binds(value, property.PropertyType, _serializer))
            {
                result[property.Name] = value;
            }
        }

        return result;
    }

    private void Add(IpcObject result, JsonPropertyInfo property, int depth)
    {
        var canBeLeftOut = !ContractMembers.IsRequired(property);
        if (canBeLeftOut && (depth > MaxDepth || _faker.Random.Bool(0.1f)))
        {
            return;
        }

        // A type that needs one of its own kind has no values at all; here it must come to an end.
        var needsNone = depth > MaxDepth + 2 || (ContractMembers.AllowsNull(property) && (depth > MaxDepth || _faker.Random.Bool(0.1f)));
        result[property.Name] = needsNone ? IpcValue.Null
            : property.CustomConverter is { } converter ? GuessFor(property, converter)
            : Draw(property.PropertyType, property.Name, depth);
    }

    /// <summary>For a member that has a converter of its own.</summary>
    private IpcValue GuessFor(JsonPropertyInfo property, JsonConverter converter)
    {
        if (!_ofMembers.TryGetValue((property.PropertyType, converter), out var serializer))
        {
            var json = new JsonSerializerOptions(_json);
            json.Converters.Insert(0, converter);
            serializer = new IpcSerializer(new IpcSerializerOptions { JsonSerializerOptions = json });
            _ofMembers[(property.PropertyType, converter)] = serializer;
        }

        return Guess(property.PropertyType, property.Name, serializer);
    }

    /// <summary>For what only a converter knows: the first thing that it takes.</summary>
    private IpcValue Guess(Type type, string? name, IpcSerializer serializer)
    {
        IpcValue[] candidates =
        [
            PlausibleText.For(_faker, name), _faker.Random.Int(0, 100), _faker.Random.Bool(), _faker.Random.Guid().ToString(),
            new IpcObject(), new IpcArray(), _faker.Random.Int(0, 100).ToString(CultureInfo.InvariantCulture),
            new IpcDate(PlausibleScalars.Moment(_faker)), _faker.Internet.Color(),
        ];
        return candidates.FirstOrDefault(candidate => Binds(candidate, type, serializer)) ?? candidates[0];
    }
}
