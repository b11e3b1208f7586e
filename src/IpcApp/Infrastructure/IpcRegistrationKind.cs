namespace IpcApp.Infrastructure;

/// <summary>Which of the channel attributes a registration stands for.</summary>
public enum IpcRegistrationKind
{
    /// <summary><see cref="IpcHandleAttribute"/>.</summary>
    Handle,

    /// <summary><see cref="IpcHandleOnceAttribute"/>.</summary>
    HandleOnce,

    /// <summary><see cref="IpcOnAttribute"/>.</summary>
    On,

    /// <summary><see cref="IpcOnceAttribute"/>.</summary>
    Once,

    /// <summary><see cref="IpcSyncAttribute"/>.</summary>
    Sync,
}
