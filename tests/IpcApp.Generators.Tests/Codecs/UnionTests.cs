using IpcApp.Generators.Tests.Support;
using IpcApp.Testing;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Tests.Codecs;

/// <summary>
/// The keyword <c>union</c> of C# 15, by the newest compiler. The SDK's own compiles it in <c>IpcApp.UnionHandlers</c>.
/// </summary>
public sealed class UnionTests
{
    private const string Handlers = """
        public sealed record Cat(string Name, int Lives);
        public sealed record Dog(string Name, bool Barks);
        public union Pet(Cat, Dog);
        public union Scalar(int, string, bool?);
        public union Alike(int, double);
        public union Texts(string[], int);
        public union Option<T>(T, None);
        public sealed record None(bool IsNone = true);

        public sealed class PetHandler : IIpcHandler
        {
            [IpcHandle("pets:get")] public Pet Get(bool cat) => cat ? new Cat("Tom", 9) : new Dog("Rex", true);
            [IpcHandle("pets:none")] public Pet None() => default;
            [IpcHandle("pets:put")] public string Put(Pet pet) => pet.Value?.ToString() ?? "null";
            [IpcHandle("pets:all")] public Pet[] All(List<Pet> pets) => [.. pets];
            [IpcHandle("scalar")] public Scalar Echo(Scalar value) => value;
            [IpcHandle("alike")] public Alike Alike(bool whole) => whole ? 1 : 0.5;
            [IpcHandle("texts")] public int CountTexts(Texts value) => value.Value is string[] texts ? texts.Length : 0;
            [IpcHandle("options")] public int CountStrict(Option<List<string>> value) => value.Value is List<string> texts ? texts.Count : 0;
            [IpcHandle("loose options")] public int CountLoose(Option<List<string?>> value) => value.Value is List<string?> texts ? texts.Count : 0;
            [IpcHandle("option")] public Option<string> Option(Option<string> value) => value;
        }
        """;

    [Fact]
    public async Task A_union_crosses_as_its_active_case_both_ways()
    {
        await using var app = await RunningApp.StartPreviewAsync(Handlers, ModelSource.UnionTypes);
        var page = app.OpenWindow().MainFrame;
        var tom = new IpcObject { ["name"] = "Tom", ["lives"] = 9 };
        var rex = new IpcObject { ["name"] = "Rex", ["barks"] = true };

        Assert.True(IpcValue.DeepEquals(tom, await page.InvokeAsync<IpcValue>("pets:get", true)));
        Assert.True(IpcValue.DeepEquals(rex, await page.InvokeAsync<IpcValue>("pets:get", false)));
        Assert.Equal(IpcValue.Null, await page.InvokeAsync<IpcValue>("pets:none"));
        Assert.Equal("Cat { Name = Tom, Lives = 9 }", (await page.InvokeAsync<IpcValue>("pets:put", tom)).AsString());
        Assert.Equal("Dog { Name = Rex, Barks = True }", (await page.InvokeAsync<IpcValue>("pets:put", rex)).AsString());
        Assert.Equal("null", (await page.InvokeAsync<IpcValue>("pets:put", IpcValue.Null)).AsString());
        var all = new IpcArray { tom, rex, IpcValue.Null };
        Assert.True(IpcValue.DeepEquals(all, await page.InvokeAsync<IpcValue>("pets:all", all)));
        Assert.Equal(5, (await page.InvokeAsync<IpcValue>("scalar", 5)).AsInt32());
        Assert.Equal("a", (await page.InvokeAsync<IpcValue>("scalar", "a")).AsString());
        Assert.True((await page.InvokeAsync<IpcValue>("scalar", true)).AsBoolean());
        Assert.Equal(0.5, (await page.InvokeAsync<IpcValue>("alike", false)).AsDouble());
        Assert.Equal("some", (await page.InvokeAsync<IpcValue>("option", "some")).AsString());
    }

    [Theory]
    [InlineData("texts")]
    [InlineData("options")]
    public async Task Null_inside_a_case_is_refused_where_the_declaration_does_not_allow_it(string channel)
    {
        await using var app = await RunningApp.StartPreviewAsync(Handlers, ModelSource.UnionTypes);
        var page = app.OpenWindow().MainFrame;
        var error = await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync(channel, new IpcArray { "a", IpcValue.Null }));
        Assert.Contains("at $[1]: expected a string, got null", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, await page.InvokeAsync<int>("loose options", new IpcArray { "a", IpcValue.Null }));
    }

    [Fact]
    public void A_union_gets_a_generated_codec()
    {
        var run = GeneratorRun.Of(TestCompilation.CreatePreview(
            "TestApp", OutputKind.DynamicallyLinkedLibrary, Handlers, ModelSource.UnionTypes));
        var catalog = run.Files["IpcCodecCatalog.g.cs"];
        const string addition = "AddUnion<global::Pet>(static union => union.Value, static cases => cases.Add<global::Cat>";
        Assert.Contains(addition, catalog, StringComparison.Ordinal);
        run.Output.AssertClean();
    }

    [Fact]
    public async Task IPC0030_where_a_union_is_read_whose_cases_look_alike()
    {
        var found = await OfPreview("public class A : IIpcHandler { [IpcHandle] public Alike M(int a, List<Alike> b) => b[a]; }");
        var diagnostic = Assert.Single(found);
        Assert.Equal("IPC0030", diagnostic.Id);
        Assert.Contains("what a page sends for 'int' may be meant for 'double'", diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public union U(int, double);")]
    [InlineData("public union U(string, Guid);")]
    [InlineData("public union U(string, DayOfWeek);")]
    [InlineData("public union U(List<int>, int[]);")]
    [InlineData("public union U(object, string);")]
    [InlineData("public union U(V, W); public record V(string? A); public record W(string? A);")]
    [InlineData("public union U(V, W); public record V(string A); public record W(string A, int? B);")]
    [InlineData("public union U(V, Dictionary<string, int>); public record V(string A);")]
    [InlineData("public union U((int, int), (int, int, int));")]
    [InlineData("public union U(V, double); public union V(int, string);")]
    public async Task IPC0030_for(string union)
        => Assert.Equal("IPC0030", Assert.Single(await OfPreview(union + Takes)).Id);

    [Theory]
    [InlineData("public union U(int, string);")]
    [InlineData("public union U(int, long);")]
    [InlineData("public union U(byte[], List<byte>);")]
    [InlineData("public union U(List<int>, HashSet<int>);")]
    [InlineData("public union U(Dictionary<string, int>, Dictionary<int, int>);")]
    [InlineData("public union U(DateTime, DateOnly);")]
    [InlineData("public union U(V, W); public record V(string A); public record W(string A, int B);")]
    [InlineData("public union U((int, int), string);")]
    [InlineData("public union U(V, bool); public union V(int, string);")]
    public async Task A_union_whose_cases_can_be_told_apart_is_fine(string union) => Assert.Empty(await OfPreview(union + Takes));

    [Fact]
    public async Task IPC0030_at_calls()
    {
        const string source = """
            public class X
            {
                public void M(IIpcMain main) { main.On<Alike>("c", (e, t) => { }); main.Handle("d", e => new Alike(1)); }
            }
            """;
        Assert.Equal("IPC0030", Assert.Single(await OfPreview(source)).Id);
    }

    private const string Takes = " public class A : IIpcHandler { [IpcHandle] public void M(U u) { } }";

    private static async Task<IReadOnlyList<Diagnostic>> OfPreview(string source)
    {
        const string alike = "public union Alike(int, double); ";
        return await AnalyzerRun.Of(TestCompilation.CreatePreview(
            "TestApp", OutputKind.DynamicallyLinkedLibrary, alike + source, ModelSource.UnionTypes));
    }
}
