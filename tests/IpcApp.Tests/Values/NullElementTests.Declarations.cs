using System.Collections.Immutable;

namespace IpcApp.Tests.Values;

/// <summary>The parameters whose annotations are tested, one method each.</summary>
public sealed partial class NullElementTests
{
    public static class Declarations
    {
        public static void Array(string[] it) => _ = it;

        public static void List(List<string> it) => _ = it;

        public static void ReadOnlyList(IReadOnlyList<string> it) => _ = it;

        public static void Immutable(ImmutableArray<string> it) => _ = it;

        public static void Set(HashSet<string> it) => _ = it;

        public static void Dictionary(Dictionary<string, string> it) => _ = it;

        public static void ByNumber(Dictionary<int, string> it) => _ = it;

        public static void Lists(List<string[]> it) => _ = it;

        public static void NullableList(List<string>? it) => _ = it;

        public static void NullableLists(List<string[]?> it) => _ = it;

        public static void ListsByName(Dictionary<string, List<string>> it) => _ = it;

        public static void Tags(Tagged it) => _ = it;

        public static void Loose(Tagged it) => _ = it;

        public static void Settable(SettableTags it) => _ = it;

        public static void Addresses(List<Uri> it) => _ = it;

        public static void Strings(Page<string> it) => _ = it;

        public static void OfNullable(Page<string?> it) => _ = it;

        public static void MaybeOfStrings(Maybe<string> it) => _ = it;

        public static void Nested(List<Page<string>> it) => _ = it;

        public static void Inner(Outer<string>.Box it) => _ = it;

        public static void Derived(StringPage it) => _ = it;

        public static void DerivedOfNullable(NullablePage it) => _ = it;

        public static void Names(NameList it) => _ = it;

        public static void NullableNames(NullableNameList it) => _ = it;

        public static void Sparse(SparseList<string> it) => _ = it;

        public static void SparseValues(SparseTable<string, string> it) => _ = it;

        public static void TableOf(Table<string, string> it) => _ = it;

        public static void Tuple((string, int) it) => _ = it;

        public static void NullableTuple((string, int)? it) => _ = it;

        public static void ClassTuple(Tuple<string, int> it) => _ = it;

        public static void TupleOfNullable((string?, int) it) => _ = it;

        public static void LongTuple((int, int, int, int, int, int, int, int, string) it) => _ = it;

        public static void Union(Texts it) => _ = it;

        public static void UnionOf(OneOf<List<string>> it) => _ = it;

        public static void UnionOfNullable(OneOf<List<string?>> it) => _ = it;

        public static void Tuples(List<(int, string[])> it) => _ = it;

        public static void Groups(GroupList<string> it) => _ = it;

        public static void Labels(LabelTable it) => _ = it;

        public static void Ids(IdTable<string> it) => _ = it;

        public static void Pair(KeyValuePair<string, List<string>> it) => _ = it;

        public static void Struct(Bag<string> it) => _ = it;

        public static void NullableStruct(Bag<string>? it) => _ = it;

        public static void Objects(object[] it) => _ = it;

        public static void NullableStrings(List<string?> it) => _ = it;

        public static void NullableAddresses(Uri?[] it) => _ = it;

        public static void NullableNumbers(int?[] it) => _ = it;

        public static void NullableValues(Dictionary<string, string?> it) => _ = it;

        public static void Values(IpcValue[] it) => _ = it;

        public static void ObliviousMember(ObliviousTags it) => _ = it;

#nullable disable
        public static void Oblivious(List<string> it) => _ = it;
#nullable restore
    }
}
