namespace IpcApp.Conformance.DevTools;

/// <summary>The JavaScript worlds of a frame.</summary>
internal enum ScriptWorld
{
    /// <summary>The page's own.</summary>
    Page,

    /// <summary>Where the preload runs.</summary>
    Preload,
}
