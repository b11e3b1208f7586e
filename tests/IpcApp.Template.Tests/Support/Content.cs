using System.Text.RegularExpressions;

namespace IpcApp.Template.Tests.Support;

/// <summary>What no file of the template may hold.</summary>
internal static partial class Content
{
    /// <summary>Where packages come from is a matter of the user's own configuration.</summary>
    [GeneratedRegex(@"//[^\s""']*(nuget|npmjs|registry|feed|artifactory|jfrog|pkgs\.)|registry\.|/v3/index\.json", RegexOptions.IgnoreCase)]
    public static partial Regex FeedAddress();

    /// <summary>A place on the machine of whoever wrote it.</summary>
    [GeneratedRegex(@"(^|[\s""'=>(])(/(home|root|tmp|work|Users|usr|var|mnt)/|[A-Za-z]:\\)", RegexOptions.Multiline)]
    public static partial Regex AbsolutePath();
}
