namespace IpcApp.Generators.Internal.Writing;

/// <summary>Names that generated code uses. All are complete, so that nothing in the user's code can come between.</summary>
internal static class Names
{
    public const string Catalog = "IpcHandlerCatalog";
    public const string Runtime = "global::IpcApp.Infrastructure.";
    public const string SenderPolicy = "global::IpcApp.IpcSenderPolicy";
    public const string DependencyInjection = "global::Microsoft.Extensions.DependencyInjection.";
    public const string ServiceCollection = DependencyInjection + "IServiceCollection";
    public const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    public const string ComponentModel = "global::System.ComponentModel.";
    public const string Hidden = "[" + ComponentModel + "EditorBrowsable(" + ComponentModel + "EditorBrowsableState.Never)]";

    public static readonly string GeneratedCode
        = $"[global::System.CodeDom.Compiler.GeneratedCode(\"IpcApp.Generators\", \"{typeof(Names).Assembly.GetName().Version}\")]";
}
