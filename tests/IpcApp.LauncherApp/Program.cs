using IpcApp.LauncherApp;

var builder = IpcApplication.CreateBuilder(args);
builder.Services.AddElectronLauncher<StandInLauncher>();
builder.Services.AddIpcHandlers();
var app = builder.Build();
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine("STARTED"));
Console.WriteLine($"ARGUMENTS {string.Join(' ', app.Services.GetRequiredService<IElectronApp>().Arguments)}");
await app.RunAsync();

/// <summary>Public, so that tests can name the app.</summary>
public partial class Program;
