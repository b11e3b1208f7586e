using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using IpcApp.Infrastructure;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp.Tests.Values.Cost;

/// <content>The types that are bound.</content>
public sealed partial class JsonHashFloodTests
{
    public enum Level
    {
        Low,
        High,
    }

    /// <summary>Only System.Text.Json knows how to handle numbers in quotes, so it reads the whole type.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public sealed record Holder<T>(T Keys);

    /// <summary>The same for one member.</summary>
    public sealed record Quoted([property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] HashSet<double> Keys);

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public sealed class Populated
    {
        public HashSet<double> Keys { get; } = [];
    }

    public sealed class Initialized
    {
        public required HashSet<double> Keys { get; init; }
    }

    [JsonDerivedType(typeof(Derived), "derived")]
    [JsonDerivedType(typeof(Other), 7)]
    public record Base(int Id);

    public sealed record Derived(int Id, HashSet<double> Keys) : Base(Id);

    public sealed record Other(int Id, Dictionary<double, int> ByKey) : Base(Id);

    public readonly record struct Pair(int X, int Y);

    public readonly record struct Wrapped(HashSet<double> Keys);

    public sealed record Named([property: JsonPropertyName("näme\"s")] HashSet<double> Keys);

    public sealed class Tree
    {
        public double Value { get; set; }

        public HashSet<Tree> Children { get; set; } = [];
    }

    /// <summary>A dictionary of the app's own, with the generic interface only.</summary>
    public sealed class OwnDictionary : IDictionary<int, int>
    {
        private readonly Dictionary<int, int> _entries = [];

        public ICollection<int> Keys => _entries.Keys;

        public ICollection<int> Values => _entries.Values;

        public int Count => _entries.Count;

        public bool IsReadOnly => false;

        public int this[int key]
        {
            get => _entries[key];
            set => _entries[key] = value;
        }

        public void Add(int key, int value) => _entries.Add(key, value);

        public bool ContainsKey(int key) => _entries.ContainsKey(key);

        public bool Remove(int key) => _entries.Remove(key);

        public bool TryGetValue(int key, out int value) => _entries.TryGetValue(key, out value);

        public void Add(KeyValuePair<int, int> item) => _entries.Add(item.Key, item.Value);

        public void Clear() => _entries.Clear();

        public bool Contains(KeyValuePair<int, int> item) => _entries.Contains(item);

        public void CopyTo(KeyValuePair<int, int>[] array, int arrayIndex) => _entries.ToArray().CopyTo(array, arrayIndex);

        public bool Remove(KeyValuePair<int, int> item) => _entries.Remove(item.Key);

        public IEnumerator<KeyValuePair<int, int>> GetEnumerator() => _entries.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    [JsonSerializable(typeof(Initialized))]
    [JsonSerializable(typeof(HashSet<double>))]
    [JsonSerializable(typeof(Dictionary<int, Initialized>))]
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    public sealed partial class Context : JsonSerializerContext;
}
