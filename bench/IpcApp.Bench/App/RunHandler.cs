using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace IpcApp.Bench.App;

/// <summary>What whoever measures asks for before, and tells after.</summary>
public sealed class RunHandler(IConfiguration configuration, IHostApplicationLifetime lifetime) : IIpcHandler
{
    [IpcHandle]
    public int Rounds() => configuration.GetValue<int>("Rounds");

    /// <summary>What this process has used so far.</summary>
    [IpcHandle]
    public Usage Usage() => new(GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime.TotalMicroseconds);

    /// <summary>Takes the measurements, and ends the app.</summary>
    [IpcHandle]
    public void Report(Measurements measurements)
    {
        File.WriteAllText(configuration["ResultsFile"]!, JsonSerializer.Serialize(measurements));
        lifetime.StopApplication();
    }
}
