using IpcApp.TutorialApp;

var builder = IpcApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.Configure<IpcAppOptions>(options => options.DefaultWindow = false);
builder.Services.AddSingleton<CounterValues>();
builder.Services.AddIpcHandlers();
builder.Services.AddHostedService<MainWindows>();
await builder.Build().RunAsync();

/// <summary>Not public: the tests name another app's Program.</summary>
internal partial class Program;
