var builder = IpcApplication.CreateBuilder(args);
builder.Services.AddIpcHandlers();
await builder.Build().RunAsync();

// Public, so that the tests can start it.
public partial class Program;
