using IpcApp.LauncherApp;

var builder = IpcApplication.CreateBuilder(args);
builder.Services.AddIpcHostLauncher<StandInLauncher>();
builder.Services.AddIpcHandlers();
var app = builder.Build();
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine("STARTED"));
await app.RunAsync();

/// <summary>Public, so that tests can name the app.</summary>
public partial class Program;
