using IpcApp.Generators.Tests.Support;
using IpcApp.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Generators.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public void Each_attribute_gives_a_registration_of_its_kind()
    {
        var app = LoadedApp.Load("""
            namespace MyApp;
            public sealed class NotesHandler : IIpcHandler
            {
                [IpcHandle("a")] public int Handle() => 1;
                [IpcHandleOnce("b")] public int HandleOnce() => 1;
                [IpcOn("c")] public void On() { }
                [IpcOnce("d")] public void Once() { }
                [IpcSync("e")] public int Sync() => 1;
            }
            """);

        Assert.Equal(
            [
                ("a", IpcRegistrationKind.Handle, "NotesHandler.Handle"),
                ("b", IpcRegistrationKind.HandleOnce, "NotesHandler.HandleOnce"),
                ("c", IpcRegistrationKind.On, "NotesHandler.On"),
                ("d", IpcRegistrationKind.Once, "NotesHandler.Once"),
                ("e", IpcRegistrationKind.Sync, "NotesHandler.Sync"),
            ],
            app.Registrations().Select(r => (r.Channel, r.Kind, r.DisplayName)));
    }

    [Fact]
    public void A_method_may_serve_several_channels_and_have_overloads()
    {
        var app = LoadedApp.Load("""
            public sealed class NotesHandler : IIpcHandler
            {
                [IpcHandle("a"), IpcHandle("b"), IpcSync("c")] public int Get(IpcEvent e) => 1;
                [IpcHandle("d")] public int Get(IpcEvent e, int id) => id;
                [IpcHandle("e")] public int AddTo() => 1;
            }
            """);

        Assert.Equal(["a", "b", "c", "d", "e"], app.Registrations().Select(registration => registration.Channel));
        Assert.Equal(5, app.Registrations().Select(registration => registration.Invoker.Method).Distinct().Count());
    }

    [Fact]
    public void Parameters_are_those_that_take_arguments_of_the_page()
    {
        var app = LoadedApp.Load("""
            public interface IStore { }
            public sealed class NotesHandler : IIpcHandler
            {
                [IpcHandle("a")]
                public int Add(
                    IpcMainInvokeEvent e, string title, IpcArguments all, string? body, IProgress<int> progress, int? count,
                    CancellationToken token, [FromServices] IStore store, List<string?> tags, (int X, string? Y) pair,
                    int size = 3, string? text = null, [FromKeyedServices("k")] IStore keyed = null!, params byte[][] rest) => 1;
            }
            """);

        Assert.Equal(
            [
                new IpcParameter("title", typeof(string), true),
                new IpcParameter("body", typeof(string), false),
                new IpcParameter("count", typeof(int?), false),
                new IpcParameter("tags", typeof(List<string>), true),
                new IpcParameter("pair", typeof((int, string)), true),
                new IpcParameter("size", typeof(int), false),
                new IpcParameter("text", typeof(string), false),
                new IpcParameter("rest", typeof(byte[][]), false) { IsRest = true, NullAnnotation = "!<!<?>>" },
            ],
            Assert.Single(app.Registrations()).Parameters);
    }

    [Theory]
    [InlineData("", ServiceLifetime.Scoped)]
    [InlineData("[IpcChannels(Prefix = \"x\")]", ServiceLifetime.Scoped)]
    [InlineData("[IpcChannels(Lifetime = ServiceLifetime.Singleton)]", ServiceLifetime.Singleton)]
    [InlineData("[IpcChannels(Lifetime = ServiceLifetime.Transient)]", ServiceLifetime.Transient)]
    public void The_handler_class_is_a_service_of_the_lifetime_asked_for(string attribute, ServiceLifetime lifetime)
    {
        var app = LoadedApp.Load(attribute + "public sealed class NotesHandler : IIpcHandler { [IpcHandle] public int Add() => 1; }");

        var service = Assert.Single(app.AddIpcHandlers(), service => service.ServiceType.Name == "NotesHandler");
        Assert.Equal(lifetime, service.Lifetime);
        Assert.Equal(service.ServiceType, service.ImplementationType);
    }

    [Fact]
    public void The_earlier_name_of_the_attribute_still_works()
    {
        var app = LoadedApp.Load(
            """
            #pragma warning disable CS0618
            [IpcHandler(Prefix = "old", Lifetime = ServiceLifetime.Singleton)]
            public sealed class NotesHandler : IIpcHandler { [IpcHandle] public int Add() => 1; }
            """);

        Assert.Equal(ServiceLifetime.Singleton, Assert.Single(app.AddIpcHandlers(), service => service.ServiceType.Name == "NotesHandler").Lifetime);
        Assert.Equal("old:add", Assert.Single(app.Registrations()).Channel);
    }

    [Fact]
    public void A_registration_of_the_apps_own_stays()
    {
        var app = LoadedApp.Load("public sealed class NotesHandler : IIpcHandler { [IpcHandle] public int Add() => 1; }");
        var type = app.Assembly.GetType("NotesHandler", throwOnError: true)!;
        var own = new ServiceCollection().AddSingleton(type, _ => Activator.CreateInstance(type)!);

        app.AddIpcHandlers(own);

        Assert.NotNull(Assert.Single(own, service => service.ServiceType == type).ImplementationFactory);
    }
}
