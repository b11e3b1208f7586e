using IpcApp.TestApp;
using IpcApp.TestApp.Handlers;
using IpcApp.TestApp.Docs;
using Microsoft.Extensions.DependencyInjection;

var builder = IpcApplication.CreateBuilder(args);
builder.Services.AddSingleton<CallLog>();
builder.Services.AddSingleton<PeerWindow>();
builder.Services.AddScoped<ScopeProbe>();
builder.Services.AddSingleton<NoteStore>();
builder.Services.AddIpcHandlers();
Isolation.Add(builder.Services, builder.Configuration["Loggers"]);
Troubles.AddTo(builder);

var app = builder.Build();
switch (builder.Configuration["Endpoints"])
{
    case "true":
        Endpoints.Map(app, app.Services.GetRequiredService<CallLog>());
        break;
    case "docs":
        EndpointSamples.Map(app);
        break;
}

if (builder.Configuration["Careless"] == "true")
{
    Isolation.Subscribe(app);
}

await app.RunAsync();

/// <summary>Public, so that tests can name the app.</summary>
public partial class Program;
