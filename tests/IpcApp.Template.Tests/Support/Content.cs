using System.Text.RegularExpressions;

namespace IpcApp.Template.Tests.Support;

/// <summary>What the files of the template may hold, and what not.</summary>
internal static partial class Content
{
    private static readonly string[] Binary = [".nupkg", ".png", ".ico", ".icns"];

    /// <summary>Whether a file is one that a person can read, by its name.</summary>
    public static bool IsText(string file) => !Binary.Contains(Path.GetExtension(file));

    /// <summary>The start of a condition, in any file's syntax.</summary>
    [GeneratedRegex(@"^\s*(//|<!--|/\*)?\s*#(if|elseif)\b(?<condition>.*?)(-->|\*/)?$", RegexOptions.Multiline)]
    public static partial Regex Condition();

    /// <summary>Where packages come from is a matter of the user's own configuration.</summary>
    [GeneratedRegex(@"//[^\s""']*(nuget|npmjs|registry|feed|artifactory|jfrog|pkgs\.)|registry\.|/v3/index\.json", RegexOptions.IgnoreCase)]
    public static partial Regex FeedAddress();

    /// <summary>A place on the machine of whoever wrote it.</summary>
    [GeneratedRegex(@"(^|[\s""'=>(])(/(home|root|tmp|work|Users|usr|var|mnt)/|[A-Za-z]:\\)", RegexOptions.Multiline)]
    public static partial Regex AbsolutePath();
}
