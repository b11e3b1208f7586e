using IpcApp.Infrastructure;
using IpcApp.Internal.Emitters;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Composition;

/// <summary>Registers the methods of the app's handler classes on <c>ipcMain</c>.</summary>
internal sealed class HandlerRegistrations(IEnumerable<IpcRegistration> registrations, Emitter ipcMain)
{
    /// <exception cref="IpcStartupException">A channel has two handlers, or an argument of a registration is invalid.</exception>
    public void Register()
    {
        foreach (var registration in registrations)
        {
            try
            {
                ipcMain.Register(registration);
            }
            catch (DuplicateHandlerException e)
            {
                throw new IpcStartupException(e.Detail, ExitCodes.InvalidSetting, e);
            }
            catch (ArgumentException e)
            {
                throw new IpcStartupException(e.Message, ExitCodes.InvalidSetting, e);
            }
        }
    }
}
