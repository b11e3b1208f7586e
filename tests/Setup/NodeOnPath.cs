using System.Runtime.CompilerServices;
using IpcApp.Build.Prerequisites;

namespace IpcApp.Tests.Setup;

/// <summary>Tests that are run without the build tool find the Node.js that it has installed.</summary>
internal static class NodeOnPath
{
    [ModuleInitializer]
    internal static void Initialize()
    {
        // Where the build tool runs the tests, or did not have to install one, this is all.
        if (InstalledNode.Find(AppContext.BaseDirectory) is { } folder && !InstalledNode.IsNewEnough(InstalledNode.Ask()))
        {
            InstalledNode.PutOnPath(folder);
        }
    }
}
