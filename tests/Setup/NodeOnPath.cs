using System.Runtime.CompilerServices;
using IpcApp.Build.Prerequisites;

namespace IpcApp.Tests.Setup;

/// <summary>Tests that are run without the build tool find the Node.js that it has installed.</summary>
internal static class NodeOnPath
{
    [ModuleInitializer]
    internal static void Initialize()
    {
        if (InstalledNode.Find(AppContext.BaseDirectory) is { } folder && !InstalledNode.IsNewEnough(InstalledNode.Ask()))
        {
            InstalledNode.PutOnPath(folder);
        }
    }
}
