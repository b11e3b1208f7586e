using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// Where System.Text.Json fills hash tables when it reads a type: the contracts of the type and its parts, as far as they lead to a table.
/// Contracts need no reflection, so this works with Native AOT and a <see cref="JsonSerializerContext"/> too. Tuples are read by a converter
/// of this library, so the plan goes on with their elements. A converter of the app's own tells nothing of what it reads, so the plan ends
/// there.
/// </summary>
internal sealed class JsonTablePlan
{
    /// <summary>Known without their interfaces, which trimming may remove.</summary>
    private static readonly Type[] Sets =
        [typeof(HashSet<>), typeof(ISet<>), typeof(IReadOnlySet<>), typeof(ImmutableHashSet<>), typeof(IImmutableSet<>)];

    private readonly Dictionary<string, JsonTablePlan> _members;
    private readonly Dictionary<object, JsonTablePlan> _derived = [];
    private bool _leadsToTable;

    private JsonTablePlan(JsonTypeInfo contract)
    {
        Contract = contract;
        IsTable = HasTable(contract);
        _leadsToTable = IsTable;
        _members = new(contract.Options.PropertyNameCaseInsensitive ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
    }

    /// <summary>The type's contract, which also accepts numbers in quotes, as the contract of a member may.</summary>
    public JsonTypeInfo Contract { get; }

    public JsonTypeInfoKind Kind => Contract.Kind;

    /// <summary>Whether the type is a set or dictionary whose keys can be chosen to collide.</summary>
    public bool IsTable { get; }

    /// <summary>The elements of a collection, or the values of a dictionary; null if they contain no table.</summary>
    public JsonTablePlan? Element { get; private set; }

    /// <summary>The elements of a tuple by their place, null where they contain no table; empty for what is no tuple.</summary>
    public IReadOnlyList<JsonTablePlan?> Items { get; private set; } = [];

    /// <summary>The property that names the derived type; null if the type is not polymorphic.</summary>
    public string? Discriminator { get; private set; }

    /// <summary>The plan for a type; null if System.Text.Json fills no table for it that needs a check.</summary>
    public static JsonTablePlan? For(JsonTypeInfo contract)
    {
        if (contract.Kind == JsonTypeInfoKind.None && !IsReadByItems(contract.Type))
        {
            return null;
        }

        const JsonNumberHandling anyNumber = JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.AllowNamedFloatingPointLiterals;
        var options = new JsonSerializerOptions(contract.Options) { NumberHandling = anyNumber };
        options.MakeReadOnly();
        var maker = new Maker(options);
        return maker.Make(contract.Type) is { } plan && maker.LeadsToTable(plan) ? plan : null;
    }

    /// <summary>The part that a property of the JSON becomes; null if it contains no table.</summary>
    public JsonTablePlan? Member(string name) => _members.TryGetValue(name, out var member) && member._leadsToTable ? member : null;

    /// <summary>The plan for the type that a discriminator names; this one if it names none.</summary>
    public JsonTablePlan Derived(JsonElement value)
        => Discriminator is not null && value.TryGetProperty(Discriminator, out var name)
            && DiscriminatorOf(name) is { } discriminator && _derived.TryGetValue(discriminator, out var derived) ? derived : this;

    /// <summary>A converter of this library reads tuples; where reflection cannot be used there is none.</summary>
    private static bool IsReadByItems(Type type) => Reflected.IsUsable && TupleShape.IsTuple(type);

    private static object? DiscriminatorOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number when value.TryGetInt32(out var number) => number,
        _ => null,
    };

    private IEnumerable<JsonTablePlan> Parts()
        => _members.Values.Concat(_derived.Values).Concat(Items.OfType<JsonTablePlan>()).Concat(Element is null ? [] : [Element]);

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "System.Text.Json fills a set of the app's own by ISet, so it is kept.")]
    private static bool HasTable(JsonTypeInfo contract)
    {
        var definition = contract.Type.IsGenericType ? contract.Type.GetGenericTypeDefinition() : contract.Type;
        return !HashChains.Sorted.Contains(definition) && contract.Kind switch
        {
            JsonTypeInfoKind.Dictionary => contract.KeyType is { } key && key != typeof(string),
            JsonTypeInfoKind.Enumerable => contract.ElementType != typeof(string)
                && (Sets.Contains(definition) || CollectionShape.Find(contract.Type).IsSet),
            _ => false,
        };
    }

    /// <summary>Makes the plans of a type and its parts, each once, as types contain each other.</summary>
    private sealed class Maker(JsonSerializerOptions options)
    {
        private readonly Dictionary<(Type Type, bool IsDerived), JsonTablePlan?> _plans = [];

        /// <param name="type">The type.</param>
        /// <param name="isDerived">Whether a discriminator named it: then it has none of its own.</param>
        public JsonTablePlan? Make(Type type, bool isDerived = false)
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (_plans.TryGetValue((type, isDerived), out var known))
            {
                return known;
            }

            var plan = _plans[(type, isDerived)] = Create(type);
            if (plan is not null)
            {
                AddMembers(plan);
                AddItems(plan);
                plan.Element = plan.Contract.ElementType is { } element ? Make(element) : null;
                if (!isDerived && plan.Contract.PolymorphismOptions is { } polymorphism)
                {
                    AddDerived(plan, polymorphism);
                }
            }

            return plan;
        }

        /// <summary>Marks what leads to a table, and leaves out elements that do not.</summary>
        public bool LeadsToTable(JsonTablePlan root)
        {
            var plans = _plans.Values.OfType<JsonTablePlan>().ToList();
            for (var changes = true; changes;)
            {
                changes = false;
                foreach (var plan in plans.Where(plan => !plan._leadsToTable && plan.Parts().Any(part => part._leadsToTable)))
                {
                    changes = plan._leadsToTable = true;
                }
            }

            foreach (var plan in plans.Where(plan => plan.Element is { _leadsToTable: false }))
            {
                plan.Element = null;
            }

            return root._leadsToTable;
        }

        /// <summary>Null for what has no contract, or a faulty one: System.Text.Json cannot read it either.</summary>
        private JsonTablePlan? Create(Type type)
        {
            try
            {
                return options.TryGetTypeInfo(type, out var contract) && contract is { Properties: not null }
                    && (contract.Kind != JsonTypeInfoKind.None || IsReadByItems(type))
                    ? new JsonTablePlan(contract)
                    : null;
            }
            catch (Exception e) when (e is NotSupportedException or InvalidOperationException or ArgumentException)
            {
                return null;
            }
        }

        private void AddMembers(JsonTablePlan plan)
        {
            foreach (var property in plan.Contract.Properties.Where(property => property is { CustomConverter: null, IsExtensionData: false }))
            {
                if (Make(property.PropertyType) is { } member)
                {
                    plan._members[property.Name] = member;
                }
            }
        }

        private void AddItems(JsonTablePlan plan)
        {
            if (Reflected.IsUsable && TupleShape.IsTuple(plan.Contract.Type))
            {
                plan.Items = [.. TupleShape.ElementsOf(plan.Contract.Type).Select(item => Make(item))];
            }
        }

        private void AddDerived(JsonTablePlan plan, JsonPolymorphismOptions polymorphism)
        {
            plan.Discriminator = polymorphism.TypeDiscriminatorPropertyName;
            foreach (var derived in polymorphism.DerivedTypes)
            {
                if (derived.TypeDiscriminator is not null && Make(derived.DerivedType, isDerived: true) is { } part)
                {
                    plan._derived[derived.TypeDiscriminator] = part;
                }
            }
        }
    }
}
