namespace IpcApp.Tests.Values;

/// <summary>Generic types whose members are ever longer types.</summary>
public sealed class EndlessTypeTests
{
    public sealed class Growing<T>
    {
        public T? Value { get; set; }

        public Growing<List<T>>? Next { get; set; }
    }

    public sealed class Holder
    {
        public Growing<int>? Growing { get; set; }
    }

    [Fact]
    public void A_type_that_grows_for_ever_is_refused()
    {
        Refuses(new Growing<int>());
        Refuses(new Holder());
    }

    [Fact]
    public void A_deep_type_that_does_not_grow_crosses()
    {
        List<List<List<List<int>>>> deep = [[[[5]]]];
        Assert.Equal(5, Codec.Bind<List<List<List<List<int>>>>>(Codec.Serializer.ToIpcValue(deep))![0][0][0][0]);
    }

    private static void Refuses<T>(T value)
        where T : new()
    {
        var error = Assert.Throws<IpcCloneException>(() => Codec.Serializer.ToIpcValue(value));
        Assert.Contains("ever longer types cannot cross", $"{error.Message} {error.Detail}", StringComparison.Ordinal);
        LeafConversionTests.AssertRefused<T>(new IpcObject(), "");
    }
}
