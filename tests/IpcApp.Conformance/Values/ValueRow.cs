namespace IpcApp.Conformance.Values;

/// <summary>A value that crosses, in each of its three places: the page, C#, and the page again.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Rule">The number of the rule: S120 to S124.</param>
/// <param name="Expression">Makes it, in a page or a preload.</param>
/// <param name="Arrives">
/// What C# sees over plain <c>ipcRenderer</c>. Sent back, a page has the same, so this is also what C# sends. Stacks of errors are not
/// compared.
/// </param>
public sealed record ValueRow(string Name, int Rule, string Expression, IpcValue Arrives)
{
    /// <summary>
    /// A JavaScript function of what came back to the page, and of what it had sent, that must return true: what a description of the
    /// value does not show. For plain <c>ipcRenderer</c>.
    /// </summary>
    public string? Check { get; init; }

    /// <summary>What becomes of it over <c>window.ipc</c>, where the context bridge copies it first (S155).</summary>
    public BridgedValue Bridged { get; init; } = BridgedValue.Same;
}

/// <summary>A value that cannot cross, at any depth: sending it throws Electron's text (S117), invoking rejects with it (S118).</summary>
/// <param name="Name">What it is.</param>
/// <param name="Expression">Makes it, in a page or a preload.</param>
public sealed record RefusedRow(string Name, string Expression)
{
    public const string Text = "An object could not be cloned.";

    /// <summary>
    /// Whether no script can tell it from a plain object, so that the Chromium host, whose context bridge is a script, copies it there.
    /// </summary>
    public bool IsHiddenFromScripts { get; init; }

    /// <summary>What becomes of it over <c>window.ipc</c>.</summary>
    public BridgedValue Bridged { get; init; } = BridgedValue.Fails(Text);
}

/// <summary>A value of a page, as a parameter of a C# type has it.</summary>
/// <param name="Name">What it is, and the type.</param>
/// <param name="Expression">Makes it, in a page or a preload.</param>
/// <param name="Value">The same value, for a renderer without scripts.</param>
public abstract record BoundRow(string Name, string Expression, IpcValue Value)
{
    /// <summary>What the page gets back from a handler that returns its argument; null if it is refused.</summary>
    public IpcValue? Back { get; init; }

    /// <summary>The end of the text by which it is refused; null if it is accepted.</summary>
    public string? Refusal { get; init; }

    /// <summary>Registers a handler that returns its argument.</summary>
    public abstract void Handle(IIpcMain ipcMain, string channel);
}

/// <inheritdoc/>
/// <typeparam name="T">The type of the parameter.</typeparam>
public sealed record BoundRow<T>(string Name, string Expression, IpcValue Value) : BoundRow(Name, Expression, Value)
{
    public override void Handle(IIpcMain ipcMain, string channel)
        => ipcMain.Handle(channel, (IpcMainInvokeEvent e, T argument) => argument);
}

/// <summary>A value of a C# type, as a page has it.</summary>
/// <param name="Name">The type.</param>
/// <param name="Value">What a handler returns, or a message brings.</param>
/// <param name="InPage">What the page has, over plain <c>ipcRenderer</c> and over <c>window.ipc</c> alike.</param>
public sealed record SentRow(string Name, object? Value, IpcValue InPage);
