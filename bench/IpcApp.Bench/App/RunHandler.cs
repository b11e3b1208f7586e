using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace IpcApp.Bench.App;

/// <summary>What whoever measures asks for before, and tells after.</summary>
public sealed class RunHandler(IConfiguration configuration, IHostApplicationLifetime lifetime) : IIpcHandler
{
    [IpcHandle]
    public int Rounds() => configuration.GetValue<int>("Rounds");

    /// <summary>Bytes that this process has allocated so far.</summary>
    [IpcHandle]
    public double AllocatedBytes() => GC.GetTotalAllocatedBytes(precise: true);

    /// <summary>Takes the measurements, and ends the app.</summary>
    [IpcHandle]
    public void Report(Measurements measurements)
    {
        File.WriteAllText(configuration["ResultsFile"]!, JsonSerializer.Serialize(measurements));
        lifetime.StopApplication();
    }
}
