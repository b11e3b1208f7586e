using System.Buffers;
using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// Counts the keys of the hash tables that System.Text.Json is about to fill, as <see cref="HashChains"/> says. Large sets and dictionaries
/// are read in small parts for it, and so twice in all.
/// </summary>
/// <param name="context">The conversion, which is told where the check is.</param>
/// <param name="json">The bytes of the whole JSON.</param>
internal sealed class JsonTableCheck(ReadContext context, long json)
{
    /// <summary>The most keys that are read at once: a table of so many is not slow, whatever they are.</summary>
    private const int PartLength = HashChains.Longest;

    /// <summary>How often the JSON may be read: once more for each large set that contains another one.</summary>
    private const int MaxTimes = 8;

    private readonly ArrayBufferWriter<byte> _part = new();
    private long _read;

    /// <summary>JSON this short has too few keys for a long chain.</summary>
    public static bool IsNeededFor(long json) => json > 2 * HashChains.Longest;

    /// <exception cref="IpcBindingException">The keys of a table were chosen to make it slow.</exception>
    public void Check(JsonElement value, JsonTablePlan plan)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw context.Fail("the value is nested too deeply");
        }

        var derived = value.ValueKind == JsonValueKind.Object ? plan.Derived(value) : plan;
        switch (value.ValueKind, derived.Kind)
        {
            case (JsonValueKind.Object, JsonTypeInfoKind.Object):
                CheckMembers(value, derived);
                break;
            case (JsonValueKind.Object, JsonTypeInfoKind.Dictionary):
                CheckEntries(value, derived, plan.Discriminator);
                break;
            case (JsonValueKind.Array, JsonTypeInfoKind.Enumerable):
                CheckElements(value, derived);
                break;
            case (JsonValueKind.Array, JsonTypeInfoKind.None):
                CheckItems(value, derived);
                break;
            case (JsonValueKind.Object, JsonTypeInfoKind.Enumerable)
                when value.TryGetProperty("$values", out var values) && values.ValueKind == JsonValueKind.Array:
                CheckElements(values, derived); // beside the discriminator of a polymorphic collection
                break;
        }
    }

    private void CheckMembers(JsonElement value, JsonTablePlan plan)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (plan.Member(property.Name) is { } member)
            {
                CheckPart(property, member);
            }
        }
    }

    private void CheckEntries(JsonElement value, JsonTablePlan plan, string? discriminator)
    {
        if (plan.Element is not null)
        {
            foreach (var property in value.EnumerateObject())
            {
                CheckPart(property, plan.Element);
            }
        }

        if (plan.IsTable && value.GetPropertyCount() > HashChains.Longest)
        {
            var entries = value.EnumerateObject().Where(property => discriminator is null || !property.NameEquals(discriminator));
            CheckKeys(value.GetPropertyCount(), entries.Chunk(PartLength).Select(part => Read(part, plan)));
        }
    }

    private void CheckElements(JsonElement value, JsonTablePlan plan)
    {
        if (plan.Element is not null)
        {
            var index = 0L;
            foreach (var element in value.EnumerateArray())
            {
                context.Enter(index++);
                Check(element, plan.Element);
                context.Leave();
            }
        }

        if (plan.IsTable && value.GetArrayLength() > HashChains.Longest)
        {
            CheckKeys(value.GetArrayLength(), value.EnumerateArray().Chunk(PartLength).Select(part => Read(part, plan)));
        }
    }

    private void CheckItems(JsonElement value, JsonTablePlan plan)
    {
        foreach (var (index, element) in value.EnumerateArray().Take(plan.Items.Count).Index())
        {
            if (plan.Items[index] is { } item)
            {
                context.Enter(index);
                Check(element, item);
                context.Leave();
            }
        }
    }

    private void CheckPart(JsonProperty property, JsonTablePlan plan)
    {
        context.Enter(property.Name);
        Check(property.Value, plan);
        context.Leave();
    }

    /// <param name="count">How many keys there are at most.</param>
    /// <param name="parts">The keys; null from the first part on that cannot be read, as System.Text.Json then stops there too.</param>
    private void CheckKeys(int count, IEnumerable<IEnumerable?> parts)
    {
        var set = new HashSet<object?>();
        var keys = parts.TakeWhile(part => part is not null).SelectMany(part => part!.Cast<object?>());
        if (!HashChains.TryFill(set, keys, count) || !HashChains.SuitEveryTable(set))
        {
            throw context.Fail(HashChains.Problem);
        }
    }

    private IEnumerable? Read(JsonElement[] elements, JsonTablePlan plan)
    {
        using (var writer = Begin())
        {
            writer.WriteStartArray();
            foreach (var element in elements)
            {
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(element), skipInputValidation: true);
            }

            writer.WriteEndArray();
        }

        return (IEnumerable?)Read(plan);
    }

    /// <summary>Only the keys matter, so all of them get the shortest value.</summary>
    private IEnumerable? Read(JsonProperty[] entries, JsonTablePlan plan)
    {
        var shortest = JsonMarshal.GetRawUtf8Value(entries.MinBy(entry => JsonMarshal.GetRawUtf8Value(entry.Value).Length).Value);
        using (var writer = Begin())
        {
            writer.WriteStartObject();
            foreach (var entry in entries)
            {
                writer.WritePropertyName(entry.Name);
                writer.WriteRawValue(shortest, skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        return Read(plan) switch
        {
            null => null,
            IDictionary dictionary => dictionary.Keys,
            var dictionary when Reflected.IsUsable => KeysOf(dictionary),
            _ => null,
        };
    }

    private Utf8JsonWriter Begin()
    {
        _part.ResetWrittenCount();
        return new Utf8JsonWriter(_part, JsonTranscoder.WriterOptions);
    }

    private object? Read(JsonTablePlan plan)
    {
        _read += _part.WrittenCount;
        if (_read > MaxTimes * json)
        {
            throw context.Fail($"sets and dictionaries of more than {HashChains.Longest} keys are nested so often that checking their keys "
                + "takes too long; send fewer levels, or declare the inner ones as lists");
        }

        try
        {
            return JsonSerializer.Deserialize(_part.WrittenSpan, plan.Contract);
        }
        catch (Exception)
        {
            return null; // the constructors and setters of the app run here, so it may be anything; the reading that counts says what it is
        }
    }

    /// <summary>For a dictionary of the app's own that has the generic interface only.</summary>
    [RequiresUnreferencedCode(Reflected.Reason)]
    private static IEnumerable<object?> KeysOf(object dictionary)
        => ((IEnumerable)dictionary).Cast<object>().Select(entry => entry.GetType().GetProperty("Key")?.GetValue(entry));
}
