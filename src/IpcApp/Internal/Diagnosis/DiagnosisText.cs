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
        var answer = diagnosis.CanRun ? "can" : "cannot";
        (Capability Capability, string Name)[] ways = [(Capability.Electron, "with Electron"), (Capability.Chromium, "with Chromium"), (Capability.NoWindow, "without window"), (Capability.Package, "packaging")];
        var words = ways.Where(each => diagnosis.Offered.HasFlag(each.Capability)).Select(each => $"{each.Name}: {(diagnosis.Allows(each.Capability) ? "yes" : "no")}");
        return $"The app {answer} run here as it is set (IpcApp:Host is {Name(diagnosis.Host)}); {string.Join(", ", words)}.";
    }

    private static string Name(IpcHostKind? host) => host?.ToString().ToLowerInvariant() ?? "not known";
}
