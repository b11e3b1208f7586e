using System.Globalization;
using System.Text.RegularExpressions;
using IpcApp.Infrastructure;

namespace IpcApp.Testing.Internal.Hostile;

/// <summary>Whether a refusal is one that a page's developer can understand, and not an accident.</summary>
internal static partial class RefusalCheck
{
    private const int LongestText = 2000;

    /// <param name="registration">The handler.</param>
    /// <param name="error">The refusal.</param>
    /// <param name="expected">The one parameter whose argument can be wrong; null if it may be any.</param>
    /// <param name="isWholeMessage">Whether the bytes were refused, before there were arguments to name.</param>
    /// <returns>What is wrong with it; null if nothing is.</returns>
    public static string? Find(IpcRegistration registration, Exception error, string? expected, bool isWholeMessage)
    {
        if (isWholeMessage && error is IpcCloneException)
        {
            return null;
        }

        if (error is not IpcBindingException)
        {
            return $"failed with {error.GetType().Name} instead of being refused: {error.Message}";
        }

        if (Root(error) is NullReferenceException or IndexOutOfRangeException or InvalidCastException or DivideByZeroException
            or OutOfMemoryException or InsufficientExecutionStackException or KeyNotFoundException)
        {
            return $"was refused only because {Where(Root(error))} failed with {Root(error).GetType().Name}: {Root(error).Message}";
        }

        var named = NamedArgument().Match(error.Message);
        if (!named.Success || !IsKnown(registration, named))
        {
            return $"was refused with a text that does not name the argument: {error.Message}";
        }

        if (expected is not null && named.Groups["name"].Value != expected)
        {
            return $"was refused with a text that names another argument: {error.Message}";
        }

        var isOurs = error.InnerException is null;
        return isOurs && (error.Message.Length > LongestText || error.Message.Any(char.IsControl))
            ? $"was refused with a text of {error.Message.Length} characters, some of them the page's own, that can forge a log"
            : null;
    }

    private static bool IsKnown(IpcRegistration registration, Match named)
    {
        var parameters = registration.Parameters;
        var index = int.Parse(named.Groups["number"].Value, CultureInfo.InvariantCulture) - 1;
        var parameter = index < parameters.Count ? parameters[index] : parameters.Count > 0 && parameters[^1].IsRest ? parameters[^1] : null;
        return parameter?.Name == named.Groups["name"].Value;
    }

    private static Exception Root(Exception error)
    {
        while (error.InnerException is { } inner)
        {
            error = inner;
        }

        return error;
    }

    /// <summary>The user's method that failed; of a lambda the class in which it stands.</summary>
    private static string Where(Exception error)
    {
        var type = error.TargetSite?.DeclaringType;
        while (type is { DeclaringType: { } outer } && type.Name.StartsWith('<'))
        {
            type = outer;
        }

        return type is null ? "a constructor, setter or converter" : $"{type.Name}{(error.TargetSite!.Name == ".ctor" ? "'s constructor" : "")}";
    }

    [GeneratedRegex(@"^argument (?<number>\d+) \('(?<name>[^']+)'\)( at \$.*?)?: .", RegexOptions.Singleline)]
    private static partial Regex NamedArgument();
}
