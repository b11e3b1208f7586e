using IpcApp;
using IpcApp.Testing.Bench;
using Microsoft.Extensions.DependencyInjection;

// Under test, this very program is the app.
if (args is ["app"])
{
    var builder = IpcApplication.CreateBuilder([]);
    builder.Services.AddIpcHandlers();
    await builder.Build().RunAsync();
    return 0;
}

return await Benchmark.RunAsync();
