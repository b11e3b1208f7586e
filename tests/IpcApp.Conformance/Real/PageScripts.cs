namespace IpcApp.Conformance.Real;

/// <summary>The scripts of the folder <c>page</c>, as one that leaves the agent at <c>globalThis.conformance</c>.</summary>
internal static class PageScripts
{
    private static readonly Lazy<string> Text = new(() => $$"""
        (() => {
        {{Read("codec.js")}}
        {{Read("agent.js")}}
        const codec = createCodec();
        globalThis.conformance = createAgent(globalThis.ipcRenderer ?? globalThis.ipc, codec);
        globalThis.conformanceEncode = (value) => JSON.stringify(codec.encode(value));
        })()
        """);

    public static string Agent => Text.Value;

    private static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "page", name));
}
