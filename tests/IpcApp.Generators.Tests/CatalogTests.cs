using IpcApp.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Generators.Tests;

/// <summary>What <c>AddIpcHandlers</c> finds, and in which assemblies.</summary>
public sealed class CatalogTests
{
    private const string Internals = "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"App.Tests\")]";

    private const string CallsAddIpcHandlers =
        "public static class Start { public static void Run(IServiceCollection s) => s.AddIpcHandlers(); }";

    [Fact]
    public void An_assembly_without_handlers_has_the_method_too()
    {
        var run = GeneratorRun.Of(CallsAddIpcHandlers);

        Assert.Equal(["AddIpcHandlers.g.cs", "Microsoft.CodeAnalysis.EmbeddedAttribute.cs"], run.Files.Keys.Order());
        Assert.Empty(LoadedApp.Load(run.Output.EmitClean()).AddIpcHandlers());
    }

    [Fact]
    public void Catalog_and_extension_read_like_this()
    {
        var run = GeneratorRun.Of(Handler("Own", "own"));

        Assert.Contains(
            """
                    services.Add(new global::Microsoft.Extensions.DependencyInjection.ServiceDescriptor(typeof(Added), new Added()));
                    OwnHandlerRegistrations.AddTo(services);
                }
            """,
            run.Files["IpcHandlerCatalog.g.cs"],
            StringComparison.Ordinal);
        Assert.EndsWith(
            """
            [global::Microsoft.CodeAnalysis.Embedded]
            internal static class IpcHandlerServiceCollectionExtensions
            {
                /// <summary>Adds every IPC handler of this assembly and of the assemblies it references, each once.</summary>
                /// <param name="services">The app's services.</param>
                /// <returns>The same services.</returns>
                internal static global::Microsoft.Extensions.DependencyInjection.IServiceCollection AddIpcHandlers(
                    this global::Microsoft.Extensions.DependencyInjection.IServiceCollection services)
                {
                    global::IpcApp.Generated.TestApp.IpcHandlerCatalog.AddTo(services);
                    return services;
                }
            }

            """,
            run.Files["AddIpcHandlers.g.cs"],
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_catalogs_that_an_app_could_add_stand_in_an_attribute()
    {
        const string Start = "[assembly: global::IpcApp.Infrastructure.IpcFoundHandlers(";
        var library = Library("First.Library", Handler("One", "one"));

        var alone = GeneratorRun.Of(Handler("Own", "own")).Files["AddIpcHandlers.g.cs"];
        var both = GeneratorRun.Of(TestCompilation.Create("App", OutputKind.DynamicallyLinkedLibrary, Handler("Own", "own")).AddReferences(MetadataReference.CreateFromImage(library)))
            .Files["AddIpcHandlers.g.cs"];
        var none = GeneratorRun.Of(CallsAddIpcHandlers).Files["AddIpcHandlers.g.cs"];

        Assert.Contains($"{Start}typeof(global::IpcApp.Generated.TestApp.IpcHandlerCatalog))]", alone, StringComparison.Ordinal);
        Assert.Contains(
            $"{Start}typeof(global::IpcApp.Generated.App.IpcHandlerCatalog), typeof(global::IpcApp.Generated.First_Library.IpcHandlerCatalog))]",
            both,
            StringComparison.Ordinal);
        Assert.DoesNotContain("IpcFoundHandlers", none, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_written_where_the_package_is_not_referenced()
    {
        var compilation = TestCompilation.Create("X", OutputKind.DynamicallyLinkedLibrary, "public class C;").WithoutIpcApp();

        Assert.Equal(["Microsoft.CodeAnalysis.EmbeddedAttribute.cs"], GeneratorRun.Of(compilation).Files.Keys);
    }

    [Fact]
    public void Handlers_of_referenced_assemblies_come_after_the_own_ones_each_once()
    {
        var first = Library("First.Library", Handler("One", "one"));
        var second = Library("Second-Library", Handler("Two", "two"), first);
        var app = Library("App", Handler("Own", "own"), second, first);

        var loaded = LoadedApp.Load(app, first, second);

        Assert.Equal(["own", "one", "two"], loaded.Registrations().Select(registration => registration.Channel));
    }

    [Fact]
    public void An_app_and_its_tests_may_both_call_it_and_each_handler_is_added_once()
    {
        var app = Library("App", Handler("Own", "own"));
        var loaded = LoadedApp.Load(Library("App.Tests", Handler("Extra", "extra"), app), app);

        var services = loaded.AddIpcHandlersOf("App");
        loaded.AddIpcHandlers(services);
        loaded.AddIpcHandlers(services);

        Assert.Equal(["own", "extra"], LoadedApp.RegistrationsIn(services).Select(registration => registration.Channel));
    }

    [Fact]
    public void A_test_project_that_sees_the_apps_internals_calls_its_own_method()
    {
        var app = Library("App", Internals + Handler("Own", "own").Replace("public class", "internal class", StringComparison.Ordinal));

        var tests = Library("App.Tests", CallsAddIpcHandlers + " class T { object o = new OwnHandler(); }", app);

        Assert.Equal(["own"], LoadedApp.Load(tests, app).Registrations().Select(registration => registration.Channel));
    }

    [Fact]
    public void Without_the_embedded_attribute_that_call_would_be_ambiguous()
    {
        // Holds the reason for the attribute: should the compiler stop to need it, this test says so.
        var run = GeneratorRun.Of(TestCompilation.Create("App", OutputKind.DynamicallyLinkedLibrary, Internals));
        var extension = run.Output.SyntaxTrees.Single(tree => tree.FilePath.EndsWith("AddIpcHandlers.g.cs", StringComparison.Ordinal));
        var text = extension.ToString().Replace("[global::Microsoft.CodeAnalysis.Embedded]", "", StringComparison.Ordinal);
        var token = TestContext.Current.CancellationToken;
        var visible = CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions, cancellationToken: token);
        var app = run.Output.ReplaceSyntaxTree(extension, visible).EmitClean();

        var tests = TestCompilation.Create("App.Tests", OutputKind.DynamicallyLinkedLibrary, CallsAddIpcHandlers)
            .AddReferences(MetadataReference.CreateFromImage(app));

        var found = GeneratorRun.Of(tests).Output.GetDiagnostics(token);
        Assert.Contains(found, diagnostic => diagnostic.Id == "CS0121");
    }

    [Fact]
    public void Internal_handlers_of_a_library_are_found_and_nothing_of_them_shows()
    {
        var library = Library("Library", "internal class Hidden : IIpcHandler { [IpcHandle(\"x\")] internal int M() => 1; }");
        var app = Library("App", CallsAddIpcHandlers, library);
        var loaded = LoadedApp.Load(app, library);

        Assert.Equal("x", Assert.Single(loaded.Registrations()).Channel);
        Assert.DoesNotContain(loaded.Assembly.GetExportedTypes(), type => type.Name != "Start");
    }

    [Theory]
    [InlineData("My.App", "IpcApp.Generated.My_App")]
    [InlineData("My_App", "IpcApp.Generated.My__App")]
    [InlineData("3D-App", "IpcApp.Generated._3D_x2D_App")]
    [InlineData("class", "IpcApp.Generated.class")]
    [InlineData("Ünïcode", "IpcApp.Generated.Ünïcode")]
    public void Each_assembly_has_a_namespace_of_its_own_for_its_catalog(string assemblyName, string containingNamespace)
    {
        var library = LoadedApp.Load(Library(assemblyName, Handler("Own", "own")));

        var attribute = Assert.Single(library.Assembly.GetCustomAttributes(typeof(IpcHandlerAssemblyAttribute), inherit: false));
        Assert.Equal($"{containingNamespace}.IpcHandlerCatalog", ((IpcHandlerAssemblyAttribute)attribute).Catalog.FullName);
    }

    private static string Handler(string name, string channel)
        => $"public class {name}Handler : IIpcHandler {{ [IpcHandle(\"{channel}\")] public int M() => 1; }}";

    private static byte[] Library(string name, string source, params byte[][] references)
        => GeneratorRun.Of(TestCompilation.Create(name, OutputKind.DynamicallyLinkedLibrary, source)
            .AddReferences(references.Select(reference => MetadataReference.CreateFromImage(reference)))).Output.EmitClean();
}
