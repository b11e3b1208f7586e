using System.Text;

namespace IpcApp.Internal.Diagnosis;

/// <summary>The findings for a person at a terminal.</summary>
internal static class DiagnosisText
{
    private const int StatusWidth = 9;

    public static string Of(Diagnosis diagnosis)
    {
        var text = new StringBuilder();
        var nameWidth = diagnosis.Findings.Max(finding => finding.Name.Length) + 2;
        foreach (var finding in diagnosis.Findings)
        {
            var head = $"{diagnosis.StatusOf(finding).PadRight(StatusWidth)}{finding.Id}  {finding.Name.PadRight(nameWidth)}";
            text.AppendLine(head + finding.Found);
            if (finding.Remedy is { } remedy)
            {
                text.Append(' ', head.Length).AppendLine($"-> {remedy}");
            }
        }

        return text.AppendLine().AppendLine(Verdict(diagnosis)).ToString();
    }

    private static string Verdict(Diagnosis diagnosis)
    {
        var answer = diagnosis.CanRun ? "can" : "can not";
        return $"The app {answer} run here as it is set (IpcApp:Host is {Name(diagnosis.Host)}). With Electron: {Word(Way.Electron)};"
            + $" with Chromium: {Word(Way.Chromium)}; without window: {Word(Way.NoWindow)}. Packaging: {Word(Way.Package)}.";

        string Word(Way way) => diagnosis.Allows(way) ? "yes" : "no";
    }

    private static string Name(IpcHostKind? host) => host?.ToString().ToLowerInvariant() ?? "not known";
}
