namespace IpcApp.Bench.App;

/// <summary>An app as a user writes it, with handlers that do next to nothing.</summary>
internal static class MeasuredApp
{
    public static Task RunAsync(string[] arguments)
    {
        var builder = IpcApplication.CreateBuilder(arguments);
        builder.Services.AddIpcHandlers();
        return builder.Build().RunAsync();
    }
}
