using System.Text.Json;

namespace IpcApp.Internal.Diagnosis;

/// <summary>The findings for a program; <c>docs/reference/diagnostics.md</c> describes the members.</summary>
internal static class DiagnosisJson
{
    public static string Of(Diagnosis diagnosis) => JsonText.Of(json =>
    {
        json.WriteBoolean("canRun", diagnosis.CanRun);
        json.WriteString("host", diagnosis.Host?.ToString().ToLowerInvariant());
        json.WriteStartObject("can");
        json.WriteBoolean("electron", diagnosis.Allows(Capability.Electron));
        json.WriteBoolean("chromium", diagnosis.Allows(Capability.Chromium));
        json.WriteBoolean("noWindow", diagnosis.Allows(Capability.NoWindow));
        json.WriteBoolean("package", diagnosis.Allows(Capability.Package));
        json.WriteEndObject();
        json.WriteStartArray("findings");
        foreach (var finding in diagnosis.Findings)
        {
            json.WriteStartObject();
            json.WriteString("id", finding.Id);
            json.WriteString("name", finding.Name);
            json.WriteString("status", diagnosis.StatusOf(finding));
            json.WriteString("found", finding.Found);
            json.WriteString("remedy", finding.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
