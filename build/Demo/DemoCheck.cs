using System.Text.RegularExpressions;

namespace IpcApp.Build.Demo;

/// <summary>A call of the page, and what C# has to answer.</summary>
/// <param name="Call">How the page made it.</param>
/// <param name="Channel">The key of its answer.</param>
/// <param name="Expected">What the page has to show.</param>
internal sealed partial record DemoCheck(string Call, string Channel, Regex Expected)
{
    /// <summary>Every sample of the page.</summary>
    /// <param name="version">The version that was packed: the answer proves that no older package is running.</param>
    public static IReadOnlyList<DemoCheck> All(string version) =>
    [
        new("invoke", "notes:add", NoteAdded()),
        new("invoke", "notes:list", NotesListed()),
        new("send", "notes:draft", DraftSaved()),
        new("on", "clock:tick", Time()),
        new("sendSync", "app:version", new Regex($@"^IpcApp {Regex.Escape(version)} on \.NET 10\.")),
        new("invoke", "notes:fail", Failure()),
    ];

    /// <summary>Prints the call with its answer.</summary>
    /// <returns>Whether the answer is right.</returns>
    public bool Report(IReadOnlyDictionary<string, string> answers)
    {
        var answer = answers.GetValueOrDefault(Channel, "(no answer)");
        var right = Expected.IsMatch(answer);
        Console.WriteLine($"  {(right ? "ok   " : "WRONG")} {Call,-9} {Channel,-12} {answer}");
        return right;
    }

    [GeneratedRegex(@"^Note 3 was added at \d\d:\d\d:\d\d\.$")]
    private static partial Regex NoteAdded();

    [GeneratedRegex(@"^3 Call Ada about the demo \d\d:\d\d:\d\d, 2 Bread and butter \d\d:\d\d:\d\d, 1 Milk \d\d:\d\d:\d\d$")]
    private static partial Regex NotesListed();

    [GeneratedRegex("^C# saved 11 characters\\.$")]
    private static partial Regex DraftSaved();

    [GeneratedRegex(@"^\d\d:\d\d:\d\d$")]
    private static partial Regex Time();

    [GeneratedRegex("^Error invoking remote method 'notes:fail': Error: The note could not be saved$")]
    private static partial Regex Failure();
}
