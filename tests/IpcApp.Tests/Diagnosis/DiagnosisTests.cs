using System.Text.Json;
using IpcApp.Internal.Diagnosis;

namespace IpcApp.Tests.Diagnosis;

/// <summary>What follows from findings, and how it is told.</summary>
public sealed class DiagnosisTests
{
    private static readonly Finding Fine = new("IPC0001", "fine", "there");

    [Theory]
    [InlineData(IpcHostKind.Auto, "Electron", true)]
    [InlineData(IpcHostKind.Auto, "Chromium", true)]
    [InlineData(IpcHostKind.Auto, "Windows", false)]
    [InlineData(IpcHostKind.Auto, "Package", true)]
    [InlineData(IpcHostKind.Electron, "Electron", false)]
    [InlineData(IpcHostKind.Electron, "Chromium", true)]
    [InlineData(IpcHostKind.Chromium, "Chromium, Package", false)]
    [InlineData(IpcHostKind.None, "Windows", true)]
    [InlineData(IpcHostKind.None, "Run", false)]
    [InlineData(null, "Run", false)]
    public void What_keeps_the_app_as_it_is_set_from_running_is_an_error_and_all_else_a_warning(IpcHostKind? host, string blocked, bool canRun)
    {
        var problem = new Finding("IPC0002", "problem", "missing", "Get it.", Enum.Parse<Capability>(blocked));
        var diagnosis = new Internal.Diagnosis.Diagnosis(host, [Fine, problem]);

        Assert.Equal(canRun, diagnosis.CanRun);
        Assert.Equal("ok", diagnosis.StatusOf(Fine));
        Assert.Equal(canRun ? "warning" : "error", diagnosis.StatusOf(problem));
    }

    [Fact]
    public void One_of_several_problems_that_has_no_part_in_the_failure_stays_a_warning()
    {
        var display = new Finding("IPC0002", "display", "none", "Start one.", Capability.Electron);
        var packaging = new Finding("IPC0003", "packaging", "none", "Get it.", Capability.Package);

        var diagnosis = new Internal.Diagnosis.Diagnosis(IpcHostKind.Electron, [display, packaging]);

        Assert.Equal(["error", "warning"], diagnosis.Findings.Select(diagnosis.StatusOf));
    }

    [Fact]
    public void A_person_gets_columns_the_way_out_under_what_is_wrong_and_what_can_be_done()
    {
        var problem = new Finding("IPC0136", "Chromium", "no Chromium found", "Install it.", Capability.Chromium);

        var text = DiagnosisText.Of(new Internal.Diagnosis.Diagnosis(IpcHostKind.Chromium, [Fine, problem]));

        const string Verdict = "The app cannot run here as it is set (IpcApp:Host is chromium); "
            + "with Electron: yes, with Chromium: no, without window: yes, packaging: yes.";
        const string Expected = $"""
            ok       IPC0001  fine      there
            error    IPC0136  Chromium  no Chromium found
                                        -> Install it.

            {Verdict}

            """;
        Assert.Equal(Expected, text, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_program_gets_the_same_as_JSON()
    {
        var problem = new Finding("IPC0135", "packaging", "none", "Get 'it'.", Capability.Package);

        using var json = JsonDocument.Parse(DiagnosisJson.Of(new Internal.Diagnosis.Diagnosis(null, [Fine, problem])));

        const string Expected = """
            {"canRun":true,"host":null,"can":{"electron":true,"chromium":true,"noWindow":true,"package":false},"findings":[
            {"id":"IPC0001","name":"fine","status":"ok","found":"there","remedy":null},
            {"id":"IPC0135","name":"packaging","status":"warning","found":"none","remedy":"Get 'it'."}]}
            """;
        Assert.Equal(Expected.ReplaceLineEndings(""), Compact(json.RootElement));
    }

    private static string Compact(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', element.EnumerateObject().Select(Compact))}}}",
        JsonValueKind.Array => $"[{string.Join(',', element.EnumerateArray().Select(Compact))}]",
        _ => element.GetRawText(),
    };

    private static string Compact(JsonProperty member) => $"\"{member.Name}\":{Compact(member.Value)}";
}
