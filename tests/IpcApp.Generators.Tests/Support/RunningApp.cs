using System.Reflection;
using IpcApp.Testing;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Tests.Support;

/// <summary>Compiles an app, loads it, and runs it on fake windows: from the user's source to the page's answer.</summary>
internal static class RunningApp
{
    private const string Program = """
        var builder = IpcApplication.CreateBuilder(args);
        builder.Services.AddKeyedSingleton("greeting", "hello");
        builder.Services.AddSingleton(new List<string>());
        builder.Services.AddIpcHandlers();
        await builder.Build().RunAsync();
        """;

    public static Task<IpcTestApp> StartAsync(string handlers)
        => StartAsync(TestCompilation.Create("RunningApp", OutputKind.ConsoleApplication, Program, handlers));

    /// <summary>In the version of C# that comes next.</summary>
    public static Task<IpcTestApp> StartPreviewAsync(params string[] sources)
        => StartAsync(TestCompilation.CreatePreview("RunningApp", OutputKind.ConsoleApplication, [Program, .. sources]));

    private static Task<IpcTestApp> StartAsync(Microsoft.CodeAnalysis.CSharp.CSharpCompilation compilation)
    {
        var app = LoadedApp.Load(GeneratorRun.Of(compilation).Output.EmitClean());
        var start = typeof(IpcTestApp).GetMethod(nameof(IpcTestApp.StartAsync), 1, [typeof(IpcTestAppOptions)])!;
        return (Task<IpcTestApp>)start.MakeGenericMethod(app.Assembly.EntryPoint!.DeclaringType!).Invoke(null, [null])!;
    }
}
