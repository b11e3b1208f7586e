using IpcApp.Internal.Codec;
using IpcApp.TestHandlers.Shapes;
using IpcApp.Testing;

namespace IpcApp.Tests.Testing.Hostile;

/// <summary>Plausible data: seeded, and such that it fits.</summary>
public sealed class FakerTests
{
    public static TheoryData<Type> Types => new(
        typeof(Note), typeof(Settings), typeof(Tree), typeof(Numbers), typeof(Texts), typeof(Collections), typeof(Untyped), typeof(Figure),
        typeof(Point), typeof(Kind), typeof(Rights?), typeof(byte[]), typeof(Dictionary<Guid, DateOnly>), typeof(IpcMap), typeof((int, int)));

    [Theory]
    [MemberData(nameof(Types))]
    public void A_plausible_value_binds_to_its_type(Type type)
    {
        var serializer = new IpcApp.Internal.Codec.IpcSerializer(new IpcSerializerOptions());
        for (var seed = 0; seed < 20; seed++)
        {
            var value = new IpcFaker(seed).ValueFor(type);
            Assert.True(type.IsInstanceOfType(serializer.Convert(value, type, "the value")), $"seed {seed}: {value}");
        }
    }

    /// <summary>Written down, so that a change of Bogus, of the machine or of this package that changes what a seed means is seen.</summary>
    [Fact]
    public void A_seed_means_the_same_values_everywhere()
    {
        var faker = new IpcFaker(42);
        Assert.Equal("{ x: -748963.4210937486, y: -663131.5516601929 }", faker.ValueFor<Point>().ToString());
        Assert.Equal("['veryRich']", faker.ValueFor<Kind[]>().ToString());
        Assert.Equal("about:blank", faker.Url());
        Assert.Equal(
            "{ quaerat: [1003914579], vel: { sunt: 'Ipsa quo ratione et eligendi.', sint: true }, "
            + "nemo: { sed: /placeat/gi, eum: true, ab: 2022-12-04T08:46:19.637Z, fugit: -554823212 }, est: [] }",
            faker.Value(2).ToString());
    }

    [Fact]
    public void All_kinds_of_payloads_come_up()
    {
        var faker = new IpcFaker(1);
        var kinds = Enumerable.Range(0, 2000).Select(_ => faker.Value(1).Kind).ToHashSet();
        Assert.Equal(Enum.GetValues<IpcValueKind>().Except([IpcValueKind.Boxed]), kinds.Order());
    }

    [Fact]
    public void All_kinds_of_senders_come_up_and_each_is_as_a_host_would_report_it()
    {
        var faker = new IpcFaker(1);
        var senders = Enumerable.Range(0, 500).Select(_ => faker.Sender().ToSenderInfo()).ToList();
        Assert.Contains(senders, sender => sender is { Origin: "app://local", IsMainFrame: true, Detached: false });
        Assert.Contains(senders, sender => sender is { Origin: "null", IsMainFrame: false });
        Assert.Contains(senders, sender => sender is { Origin: "file://" });
        Assert.Contains(senders, sender => sender.Origin.StartsWith("https://", StringComparison.Ordinal));
        Assert.Contains(senders, sender => sender.Detached);
        Assert.All(senders, sender => Assert.True(sender is { ProcessId: > 0, FrameId: > 0 } && (sender.IsMainFrame == sender.Parents is [])));
    }

    [Fact]
    public void Foreign_origins_are_never_the_apps_own()
    {
        var faker = new IpcFaker(3);
        for (var i = 0; i < 200; i++)
        {
            var origin = faker.ForeignOrigin();
            Assert.NotEqual("app://local", origin);
            Assert.Equal([origin], IpcSenderPolicy.Default.AllowOrigin(origin).Origins);
        }
    }

    [Fact]
    public async Task Arguments_fit_the_handler_they_are_made_for()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var sum = app.GetChannels().Single(channel => channel.Channel == "echo:sum");
        var arguments = new IpcFaker(9).Arguments(sum);
        var page = app.Window("main").MainFrame;
        Assert.Equal(
            arguments[0].AsInt32() + arguments[1].AsInt32(),
            await page.InvokeAsync<int>("echo:sum", arguments: [.. arguments]));
    }

    [Fact]
    public void A_choosy_type_is_made_as_the_test_says()
    {
        var faker = new IpcFaker(2).Use(bogus => new Percentage(bogus.Random.Int(7, 7)));
        Assert.Equal("{ value: 7 }", faker.ValueFor<Percentage>().ToString());
    }
}
