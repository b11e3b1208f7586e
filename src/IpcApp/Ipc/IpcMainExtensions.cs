using IpcApp.Infrastructure;
using IpcApp.Internal.Emitters;

namespace IpcApp;

/// <summary>Typed forms of <c>On</c>, <c>Once</c> and <c>Handle</c> of <see cref="IIpcMain"/>.</summary>
/// <example>
/// <code>
/// ipcMain.Handle&lt;int, int, int&gt;("sum", (e, a, b) => a + b);
/// ipcMain.On&lt;string&gt;("draft", async (e, text) => await store.SaveDraftAsync(text));
/// </code>
/// </example>
public static partial class IpcMainExtensions
{
    private static IDisposable Add(
        IIpcMain ipcMain, string channel, IpcRegistrationKind kind, Delegate listener, IpcParameter[] parameters, IpcInvoker invoker)
    {
        ArgumentNullException.ThrowIfNull(ipcMain);
        UntypedRegistrations.Require(ipcMain, channel, kind, listener);
        return ipcMain.Register(new IpcRegistration
        {
            Channel = channel,
            Kind = kind,
            DisplayName = DelegateNames.Of(listener),
            Parameters = parameters,
            Listener = listener,
            Invoker = invoker,
            BindsFirst = true,
        });
    }

    private static ValueTask Run(Action action)
    {
        action();
        return default;
    }
}
