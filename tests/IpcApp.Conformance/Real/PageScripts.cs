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

    /// <summary>On an iframe's element: see <see cref="Frame.RemoveAndRunAsync"/>.</summary>
    public const string RemoveAndRun = """
        async function (json) {
          const { ipcRenderer } = this.contentWindow;
          this.remove();
          const run = ({ op, channel: { v } }) => new Promise((resolve, reject) => {
            const returned = ipcRenderer[op](v, 1);
            if (op === 'invoke') Promise.prototype.then.call(returned, resolve, reject);
            else resolve(returned);
          });
          const describe = ({ name, message }) => ({ error: { name, message, type: name } });
          return JSON.stringify(await Promise.all(JSON.parse(json).map((step) => run(step).then(() => ({ value: { v: ['u'], o: [] } }), describe))));
        }
        """;

    private static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "page", name));
}
