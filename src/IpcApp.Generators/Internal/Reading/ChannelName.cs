using System.Text;

namespace IpcApp.Generators.Internal.Reading;

/// <summary>Derives a channel's name: <c>NotesHandler.AddAsync</c> gives <c>notes:add</c>.</summary>
internal static class ChannelName
{
    /// <summary>What Electron and the preload keep for themselves.</summary>
    public const string ReservedPrefix = "ipcapp:";

    public static string Derive(string? writtenPrefix, string className, string methodName)
    {
        var suffix = className.EndsWith("s", StringComparison.Ordinal) ? "Handlers" : "Handler";
        var prefix = writtenPrefix ?? Kebab(WithoutSuffix(className, suffix));
        var simpleName = methodName.Substring(methodName.LastIndexOf('.') + 1); // explicit: "Namespace.IInterface.Method"
        var name = Kebab(WithoutSuffix(simpleName, "Async"));
        return prefix.Length == 0 ? name : $"{prefix}:{name}";
    }

    // A name that is nothing but the suffix keeps it: a channel needs a name.
    private static string WithoutSuffix(string name, string suffix)
        => name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal)
            ? name.Substring(0, name.Length - suffix.Length)
            : name;

    private static string Kebab(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (text.Length > 0 && text[text.Length - 1] != '-' && StartsWord(name, i))
            {
                text.Append('-');
            }

            if (name[i] != '_')
            {
                text.Append(char.ToLowerInvariant(name[i]));
            }
        }

        return text.Length == 0 ? name : text.ToString();
    }

    // "GetIPAddress" has words at I (after a lower-case letter) and at A (the last capital before one); so has "get_address" at "_".
    private static bool StartsWord(string name, int i)
        => name[i] == '_'
            ? i + 1 < name.Length
            : char.IsUpper(name[i])
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
}
