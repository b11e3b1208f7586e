using IpcApp.Internal.Logging;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Emitters;

/// <summary>What every emitter of the app shares.</summary>
/// <param name="Observer">Hears of what is registered.</param>
/// <param name="Emissions">Runs the listeners for <see cref="IIpcMain.Emit(string, IpcMainEvent, object?[])"/>.</param>
/// <param name="Logger">For the warning of S18.</param>
internal sealed record EmitterDependencies(IEmitterObserver Observer, IEmissions Emissions, ILogger<Subsystem.Ipc> Logger);

/// <summary>Calls listeners for code, not for a page.</summary>
internal interface IEmissions
{
    bool Emit(Emitter emitter, string channel, IpcMainEvent e, object?[] arguments);
}
