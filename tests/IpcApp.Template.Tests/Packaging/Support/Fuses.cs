namespace IpcApp.Template.Tests.Packaging;

/// <summary>What electron-builder.yml says.</summary>
internal static class Fuses
{
    public static void AssertSet(IReadOnlyDictionary<string, string> fuses)
    {
        string[] on = ["EnableCookieEncryption", "EnableEmbeddedAsarIntegrityValidation", "OnlyLoadAppFromAsar"];
        string[] off = ["RunAsNode", "EnableNodeOptionsEnvironmentVariable", "EnableNodeCliInspectArguments", "GrantFileProtocolExtraPrivileges"];

        Assert.All(on, name => Assert.Equal("1", fuses[name]));
        Assert.All(off, name => Assert.Equal("0", fuses[name]));
    }
}
