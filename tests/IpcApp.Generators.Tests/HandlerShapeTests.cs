using IpcApp.Generators.Tests.Support;

namespace IpcApp.Generators.Tests;

/// <summary>Every way to write a handler class: each must compile, without a warning, and give its registrations.</summary>
public sealed class HandlerShapeTests
{
    [Theory]
    [InlineData("""public sealed class A : IIpcHandler { [IpcHandle("x")] public static int M() => 1; }""")]
    [InlineData("""internal sealed class A : IIpcHandler { [IpcHandle("x")] internal int M() => 1; }""")]
    [InlineData("""namespace N { public record A(int Id) : IIpcHandler { [IpcHandle("x")] public A M(A a) => a; } }""")]
    [InlineData("""class Outer { internal class A : IIpcHandler { [IpcHandle("x")] protected internal int M() => 1; } }""")]
    [InlineData("""public class A : IIpcHandler { [IpcHandle("x"), Obsolete("later")] public int M() => 1; }""")]
    [InlineData("""public class A : IIpcHandler { [IpcHandle("x")] public Task<dynamic> M() => Task.FromResult<dynamic>(1); }""")]
    [InlineData("""public class A : IIpcHandler { [IpcHandle("x")] public dynamic? M(dynamic a, dynamic? b, List<dynamic> c) => a; }""")]
    [InlineData("""public class A : IIpcHandler { [IpcHandle("x")] public int M(int call, int handler, int result) => call; }""")]
    [InlineData("""public class Task : IIpcHandler { [IpcHandle("x")] public ValueTask M() => default; }""")]
    [InlineData("""public class Nåme : IIpcHandler { [IpcHandle("x")] public ref readonly int Mé(int ä) => throw new Exception(); }""")]
    [InlineData("""
        namespace @class;
        public class @event : IIpcHandler { [IpcHandle("x")] public int @void(int @int, int @await) => 1; }
        """)]
    [InlineData("""
        public interface I { int M(string? s); }
        public class A : IIpcHandler, I { [IpcHandle("x")] int I.M(string? s) => 1; }
        """)]
    [InlineData("""
        public partial class A : IIpcHandler { [IpcHandle("x")] public partial int M(); }
        partial class A { public partial int M() => 1; }
        """)]
    [InlineData("""
        public partial class A : IIpcHandler { public partial int M(); }
        partial class A { [IpcHandle("x")] public partial int M() => 1; }
        """)]
    [InlineData("""
        namespace MyApp.IpcApp.System;
        public class A : IIpcHandler { [IpcHandle("x")] public async Task<int> M() => await Task.FromResult(1); }
        """)]
    [InlineData("""
        namespace Long.Name.That.Makes.The.Line.Of.A.Call.Longer.Than.A.Line.Should.Be.And.Goes.On;
        public class Note;
        public class NotesHandler : IIpcHandler { [IpcHandle("x")] public Task<IReadOnlyList<Note>> M() => throw new Exception(); }
        """)]
    public void A_handler_may_be_written_like_this(string source)
        => Assert.Equal("x", Assert.Single(LoadedApp.Load(source).Registrations()).Channel);

    [Theory]
    [InlineData("notes:get", """
        public abstract class Base : IIpcHandler { [IpcHandle] public int Get() => 1; }
        public class NotesHandler : Base;
        """)]
    [InlineData("notes:get", """
        public abstract class Base<T> : IIpcHandler { [IpcHandle] public T? Get(T[] t) => default; }
        public class NotesHandler : Base<int>;
        """)]
    [InlineData("notes:get", """
        public abstract class Base : IIpcHandler { [IpcHandle] public virtual int Get() => 1; }
        public class NotesHandler : Base { public override int Get() => 2; }
        """)]
    [InlineData("base:get,between:get,notes:get", """
        public class BaseHandler : IIpcHandler { [IpcHandle] public virtual int Get() => 1; }
        public class Between : BaseHandler { public override int Get() => 2; }
        public class NotesHandler : Between { [IpcHandle] public override int Get() => 3; }
        """)]
    [InlineData("notes:get,notes:get,notes:put", """
        public abstract class Base : IIpcHandler { [IpcOn] public void Get() { } }
        public class NotesHandler : Base { [IpcHandle] public string Get(int i) => ""; [IpcOn] public void Put() { } }
        """)]
    public void Methods_of_base_classes_are_inherited(string channels, string source)
        => Assert.Equal(channels.Split(','), LoadedApp.Load(source).Registrations().Select(registration => registration.Channel));

    [Fact]
    public void An_inherited_method_is_called_on_its_own_class_so_that_hiding_cannot_redirect_it()
    {
        var run = GeneratorRun.Of("""
            public abstract class Base : IIpcHandler { [IpcHandle] public int Get() => 1; }
            public class NotesHandler : Base { public new string Get() => ""; }
            """);

        run.Output.AssertClean();
        Assert.Equal(
            """
            global::Base handler = call.GetHandler<global::NotesHandler>();
            int result = handler.Get();
            call.Return(result);
            return default;
            """,
            run.InvokerBody("NotesHandler.g.cs", "Get"));
    }

    [Fact]
    public void A_base_class_may_come_from_another_assembly()
    {
        var library = TestCompilation.Create("public abstract class Base : IIpcHandler { [IpcHandle] public int Get() => 1; }")
            .WithAssemblyName("Library").EmitClean();
        var app = TestCompilation.Create("public class NotesHandler : Base;")
            .AddReferences(Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(library));

        var loaded = LoadedApp.Load(GeneratorRun.Of(app).Output.EmitClean(), library);

        Assert.Equal("notes:get", Assert.Single(loaded.Registrations()).Channel);
    }

    [Fact]
    public void Handlers_whose_names_differ_by_namespace_or_case_only_live_together()
    {
        var app = LoadedApp.Load("""
            namespace A { public class NotesHandler : IIpcHandler { [IpcHandle("a")] public int M() => 1; } }
            namespace B { public class NotesHandler : IIpcHandler { [IpcHandle("b")] public int M() => 1; } }
            namespace B { public class NOTESHandler : IIpcHandler { [IpcHandle("c")] public int M() => 1; } }
            """);

        Assert.Equal(["a", "c", "b"], app.Registrations().Select(registration => registration.Channel));
    }

    [Fact]
    public void Without_nullable_annotations_null_is_let_through()
    {
        var run = GeneratorRun.Of("""
            #nullable disable
            public class A : IIpcHandler { [IpcHandle] public string M(string s, int i, List<string> l = null) => s; }
            """);

        run.Output.AssertClean();
        Assert.Equal(
            """
            var s = call.NullableArgument<string>(0, "s");
            var i = call.Argument<int>(1, "i");
            var l = call.NullableArgument<global::System.Collections.Generic.List<string>>(2, "l");
            global::A handler = call.GetHandler<global::A>();
            string result = handler.M(s, i, l);
            call.Return(result);
            return default;
            """,
            run.InvokerBody("A.g.cs", "M"));
    }
}
