namespace IpcApp.Testing.Internal.Hostile;

/// <summary>A value to put where another is expected.</summary>
/// <param name="Value">The value.</param>
/// <param name="JavaScript">How a page makes it, where that is not seen from the value; else null.</param>
/// <param name="Chain">What it is too deep to be encoded as a value; else null.</param>
internal sealed record HostileValue(IpcValue Value, string? JavaScript = null, DeepChain? Chain = null);

/// <summary>Arrays in arrays, or objects in objects, deeper than our own encoder writes. A browser's does.</summary>
/// <param name="Name">The property that leads on; null for arrays.</param>
/// <param name="Depth">How many levels.</param>
internal sealed record DeepChain(string? Name, int Depth)
{
    public string JavaScript
        => $"(() => {{ let v = null; for (let i = 0; i < {Depth}; i++) v = {Level}; return v; }})()";

    private string Level => Name is null ? "[v]" : $"{{ {JavaScriptText.Quote(Name)}: v }}";

    /// <summary>The value in memory, for reading only.</summary>
    public IpcValue Build()
    {
        var value = IpcValue.Null;
        for (var i = 0; i < Depth; i++)
        {
            value = Name is null ? new IpcArray { value } : new IpcObject { [Name] = value };
        }

        return value;
    }
}
