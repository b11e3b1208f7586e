using IpcApp.TestApp;
using Microsoft.Extensions.DependencyInjection;

var builder = IpcApplication.CreateBuilder(args);
builder.Services.AddSingleton<CallLog>();
builder.Services.AddScoped<ScopeProbe>();
builder.Services.AddIpcHandlers();
if (builder.Configuration["FailToStart"] is { } how)
{
    builder.Services.AddHostedService(_ => new FailingService(how));
}

var app = builder.Build();
if (builder.Configuration["Endpoints"] is not null)
{
    Endpoints.Map(app, app.Services.GetRequiredService<CallLog>());
}

await app.RunAsync();

/// <summary>Public, so that tests can name the app.</summary>
public partial class Program;
