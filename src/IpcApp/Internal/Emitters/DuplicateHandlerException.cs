using IpcApp.Infrastructure;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Emitters;

/// <summary>Electron's text, and the two registrations that collide (S23).</summary>
internal sealed class DuplicateHandlerException(IpcRegistration second, IpcRegistration first)
    : InvalidOperationException(ElectronText.SecondHandler(second.Channel))
{
    public string Detail
        => $"{Message}: {first.DisplayName} handles the channel, and {second.DisplayName} would too. Rename or remove one of them.";
}
