using SampleApp._1;

var builder = IpcApplication.CreateBuilder(args);
#if (!empty)
builder.Services.AddSingleton<INoteStore, NoteStore>();
builder.Services.AddHostedService<ClockService>();
#endif
builder.Services.AddIpcHandlers();
builder.Services.AddElectronLauncher<ElectronNetLauncher>();
await builder.Build().RunAsync();

// Public, so that the tests can start it.
public partial class Program;
