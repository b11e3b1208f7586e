using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace IpcApp.Internal.Bridge;

/// <summary>What Windows says about who may enter a directory.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsAccess
{
    private static readonly WellKnownSidType[] Everybody =
    [
        WellKnownSidType.WorldSid, WellKnownSidType.AuthenticatedUserSid, WellKnownSidType.BuiltinUsersSid, WellKnownSidType.InteractiveSid,
    ];

    /// <summary>Null if no group that other users belong to is let in.</summary>
    public static string? WhyNotPrivate(DirectoryInfo directory)
    {
        foreach (FileSystemAccessRule rule in directory.GetAccessControl().GetAccessRules(true, true, typeof(SecurityIdentifier)))
        {
            var group = (SecurityIdentifier)rule.IdentityReference;
            if (rule.AccessControlType == AccessControlType.Allow && Everybody.Any(group.IsWellKnown))
            {
                return $"is open to other users ({group.Translate(typeof(NTAccount))})";
            }
        }

        return null;
    }
}
