using System.Runtime.CompilerServices;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp.Tests.Values
{
    /// <summary>
    /// Unions as the compiler of C# 15 writes them, declared by hand: C# 14 does not know the keyword. Generated codecs do the same
    /// (<c>CodecEqualityTests</c>), and <c>UnionTests</c> compile the keyword.
    /// </summary>
    public sealed class UnionConversionTests
    {
        private sealed record Cat(string Name, int Lives);

        private sealed record Dog(string Name, bool Barks);

        private readonly struct Pet : IUnion
        {
            public Pet(Cat value) => Value = value;

            public Pet(Dog value) => Value = value;

            public object? Value { get; }
        }

        private readonly struct Scalar : IUnion
        {
            public Scalar(int value) => Value = value;

            public Scalar(string value) => Value = value;

            public Scalar(bool? value) => Value = value;

            public Scalar(long value) => Value = value;

            public object? Value { get; }
        }

        private readonly struct Alike : IUnion
        {
            public Alike(Guid value) => Value = value;

            public Alike(string value) => Value = value;

            public object? Value { get; }
        }

        private readonly struct Loose : IUnion
        {
            public Loose(List<int> value) => Value = value;

            public Loose(HashSet<int> value) => Value = value;

            public object? Value { get; }
        }

        private readonly struct Samples : IUnion
        {
            public Samples(ReadOnlyMemory<float> value) => Value = value;

            public Samples(string value) => Value = value;

            public object? Value { get; }
        }

        private readonly struct Outer : IUnion
        {
            public Outer(Inner value) => Value = value;

            public Outer(int value) => Value = value;

            public object? Value { get; }
        }

        private readonly struct Inner : IUnion
        {
            public Inner(Outer value) => Value = value;

            public Inner(string value) => Value = value;

            public object? Value { get; }
        }

        private sealed record Named(string Name);

        private readonly struct Narrow : IUnion
        {
            public Narrow(Named value) => Value = value;

            public Narrow(Cat value) => Value = value;

            public object? Value { get; }
        }

        [Fact]
        public void The_active_case_crosses()
        {
            var tom = new IpcObject { ["name"] = "Tom", ["lives"] = 9 };
            var rex = new IpcObject { ["name"] = "Rex", ["barks"] = true };
            Assert.True(IpcValue.DeepEquals(tom, Codec.Serializer.ToIpcValue(new Pet(new Cat("Tom", 9)))));
            Assert.True(IpcValue.DeepEquals(rex, Codec.Serializer.ToIpcValue(new Pet(new Dog("Rex", true)))));
            Assert.Equal(Codec.Write(rex), Codec.WriteTyped(new Pet(new Dog("Rex", true))));
            Assert.Equal(new Cat("Tom", 9), Codec.Bind<Pet>(tom).Value);
            Assert.Equal(new Dog("Rex", true), Codec.Bind<Pet>(rex).Value);
        }

        [Fact]
        public void The_default_crosses_as_null()
        {
            Assert.Equal(IpcValue.Null, Codec.Serializer.ToIpcValue(default(Pet)));
            Assert.Equal(Codec.Write(IpcValue.Null), Codec.WriteTyped(default(Pet)));
            Assert.Null(Codec.Bind<Pet>(IpcValue.Null).Value);
            Assert.Null(Codec.Bind<Pet?>(IpcValue.Null));
        }

        [Fact]
        public void Kinds_of_values_tell_cases_apart()
        {
            Assert.Equal(5, Codec.Bind<Scalar>(5).Value);
            Assert.Equal("a", Codec.Bind<Scalar>("a").Value);
            Assert.Equal(true, Codec.Bind<Scalar>(true).Value);
            Assert.Equal(5L, Codec.Bind<Scalar>(new IpcBigInt(5)).Value);
            Assert.Equal(new List<int> { 1 }, Codec.Bind<Loose>(new IpcArray { 1 }).Value);
            Assert.Equal([1], Assert.IsType<HashSet<int>>(Codec.Bind<Loose>(new IpcSet { 1 }).Value).Order());
        }

        [Fact]
        public void Memory_is_told_apart_as_an_array_is()
        {
            Assert.Equal("a", Codec.Bind<Samples>("a").Value);
            Assert.Equal([0.5f], Assert.IsType<ReadOnlyMemory<float>>(Codec.Bind<Samples>(new IpcArray { 0.5 }).Value).ToArray());
        }

        [Fact]
        public void Unions_that_are_cases_of_each_other_are_refused_and_do_not_end_the_process()
            => Refuses<Outer>(new IpcObject(), ": the handler declares a type that nothing can be bound to");

        [Fact]
        public void A_required_member_that_only_one_case_knows_decides()
        {
            Assert.Equal(new Named("a"), Codec.Bind<Narrow>(new IpcObject { ["name"] = "a" }).Value);
            Assert.Equal(new Cat("a", 1), Codec.Bind<Narrow>(new IpcObject { ["name"] = "a", ["lives"] = 1 }).Value);
        }

        [Fact]
        public void A_value_of_no_case_is_refused_by_what_is_expected()
        {
            const string pets = "expected an object with 'name' and 'lives' or an object with 'name' and 'barks', got ";
            Refuses<Pet>(5, $": {pets}number 5.");
            Refuses<Pet>(IpcValue.Undefined, $": {pets}undefined.");
            Refuses<Pet>(new IpcObject { ["name"] = "x" }, $": {pets}an object that lacks one of these members.");
            Refuses<Pet>(
                new IpcObject { ["name"] = "x", ["lives"] = 1, ["barks"] = true }, $": {pets}an object with the members of several.");
            Refuses<Pet[]>(new IpcArray { new IpcObject { ["name"] = "x", ["lives"] = "y" } }, " at $[0].lives: expected a whole number");
            Refuses<Scalar>(new IpcArray(), ": expected a whole number from");
        }

        [Fact]
        public void Members_tell_cases_apart_in_any_case_where_names_ignore_case()
        {
            var options = new IpcSerializerOptions();
            options.JsonSerializerOptions.PropertyNameCaseInsensitive = true;
            var serializer = new IpcSerializer(options);
            Assert.Equal(new Cat("Tom", 9), serializer.Convert<Pet>(new IpcObject { ["NAME"] = "Tom", ["Lives"] = 9 }, "it").Value);
            Assert.Equal(new Dog("Rex", true), serializer.Convert<Pet>(new IpcObject { ["Name"] = "Rex", ["barks"] = true }, "it").Value);
            Assert.Throws<IpcBindingException>(() => Codec.Bind<Pet>(new IpcObject { ["NAME"] = "Tom", ["Lives"] = 9 }));
        }

        [Fact]
        public void Cases_that_look_alike_are_sent_and_never_read()
        {
            Assert.Equal("a", Codec.Serializer.ToIpcValue(new Alike("a")).AsString());
            Refuses<Alike>("a", ": the handler declares a type that nothing can be bound to.");
            Assert.Null(Codec.Bind<Alike>(IpcValue.Null).Value);
        }

        /// <summary>What a converter reads and does not name here, a union would take for another case.</summary>
        [Fact]
        public void What_types_without_parts_read_is_what_they_are_told_apart_by()
        {
            IpcValue[] samples =
            [
                true, 1, new IpcBigInt(1), "a", "1", "00:00:01", "23:59:30", "2024-12-31", "11111111-2222-3333-4444-555555555555",
                new IpcDate(0), new IpcRegExp("a", ""), new IpcError("Error", "m"), new IpcArray(), new IpcObject(), new IpcMap(), new IpcSet(),
                new IpcArrayBuffer([1]), new IpcArrayBufferView(IpcArrayBufferViewKind.Uint8Array, [1]), new IpcBoxed("a"),
            ];
            foreach (var (type, leaf) in Scalars.Create(int64AsNumber: false))
            {
                var read = samples.Where(sample => Reads(sample, type)).ToList();
                Assert.NotEmpty(read);
                Assert.All(read, sample => Assert.True(leaf.Accepts.Has(sample.Kind) || leaf.Accepts.Tolerates(sample.Kind), $"{type}: {sample}"));
                Assert.NotEqual(Acceptance.Anything, leaf.Accepts);
            }
        }

        private static bool Reads(IpcValue value, Type type)
        {
            try
            {
                return Codec.Serializer.Convert(value, type, "it") is not null;
            }
            catch (IpcBindingException)
            {
                return false;
            }
        }

        private static void Refuses<T>(IpcValue value, string text)
        {
            var error = Assert.Throws<IpcBindingException>(() => Codec.Bind<T>(value));
            Assert.StartsWith($"argument 1 ('it'){text}", error.Message, StringComparison.Ordinal);
        }
    }
}

namespace System.Runtime.CompilerServices
{
    /// <summary>What .NET has where it knows unions.</summary>
    internal interface IUnion
    {
        object? Value { get; }
    }
}
