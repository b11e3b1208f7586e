namespace IpcApp.Generators.Internal.Models;

/// <summary>A handler with the names of its generated class and file, which no other handler of the assembly shares.</summary>
internal sealed record NamedHandler(HandlerModel Handler, string ClassName, string FileName)
{
    /// <summary>Sorts, removes doubles (a partial class is found once a part) and gives each its names.</summary>
    public static EquatableArray<NamedHandler> NameAll(IEnumerable<HandlerModel> handlers)
    {
        var classNames = new UniqueNames(StringComparer.Ordinal);
        var fileNames = new UniqueNames(StringComparer.OrdinalIgnoreCase); // as the compiler compares them
        return new(handlers
            .Distinct()
            .OrderBy(handler => handler.FullName, StringComparer.Ordinal)
            .Select(handler => new NamedHandler(
                handler, classNames.Add(handler.Name + "Registrations"), fileNames.Add(FileNameOf(handler.FullName)) + ".g.cs")));
    }

    // Identifiers may hold characters (combining marks) that the compiler refuses in the name of a generated file.
    public static string FileNameOf(string fullName)
        => new([.. fullName.Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '-')]);
}
