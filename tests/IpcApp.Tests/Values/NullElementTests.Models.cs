namespace IpcApp.Tests.Values;

/// <summary>Types whose members, base classes or cases say where null is accepted.</summary>
public sealed partial class NullElementTests
{
    public readonly struct Texts : System.Runtime.CompilerServices.IUnion
    {
        public Texts(string[] value) => Value = value;

        public Texts(int value) => Value = value;

        public object? Value { get; }
    }

    public readonly struct OneOf<T> : System.Runtime.CompilerServices.IUnion
    {
        public OneOf(T value) => Value = value;

        public OneOf(bool value) => Value = value;

        public object? Value { get; }
    }

    public sealed record Tagged(List<string> Tags)
    {
        public string?[]? Loose { get; set; }
    }

    public sealed class SettableTags
    {
        public string[] Tags { get; set; } = [];
    }

    public class Page<T>(IReadOnlyList<T> items, T selected)
    {
        public IReadOnlyList<T> Items { get; } = items;

        public T Selected { get; } = selected;
    }

    public sealed record Maybe<T>(T?[] Items)
        where T : class;

    public sealed class StringPage(IReadOnlyList<string> items, string selected) : Page<string>(items, selected);

    public sealed class NullablePage(IReadOnlyList<string?> items, string? selected) : Page<string?>(items, selected);

    public static class Outer<T>
    {
        public sealed record Box(T[] Items);
    }

    public readonly record struct Bag<T>(List<T> Items);

    public sealed class NameList : List<string>;

    public sealed class NullableNameList : List<string?>;

    /// <summary>A class that adds null to what its type argument allows.</summary>
    public sealed class SparseList<T> : List<T?>
        where T : class;

    public class Table<TKey, TValue> : Dictionary<TKey, TValue>
        where TKey : notnull;

    /// <summary>The parameters of its base class in another order, and one of them with null.</summary>
    public sealed class SparseTable<TValue, TKey> : Table<TKey, TValue?>
        where TKey : notnull
        where TValue : class;

    public sealed class GroupList<T> : List<List<T>>;

    public sealed class LabelTable : Dictionary<string, string>;

    public sealed class IdTable<T> : Dictionary<string, T>;

#nullable disable
    public sealed class ObliviousTags
    {
        public List<string> Tags { get; set; }
    }
#nullable restore
}
