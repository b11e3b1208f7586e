using IpcApp.Infrastructure;
using IpcApp.Testing;

namespace IpcApp.Tests.Testing.Hostile;

/// <summary>Who may send to which handler, as a table.</summary>
public sealed class PolicyMatrixTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ipcapp-policy-").FullName;

    private string Approved => Path.Combine(_folder, IpcPolicyMatrix.DefaultFile);

    private string Received => Path.Combine(_folder, "PolicyMatrix.received.txt");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string, string> Policies => new()
    {
        { "default", "allowed refused refused refused allowed" },
        { "sub-frames", "allowed allowed refused refused allowed" },
        { "origin", "allowed refused refused refused allowed https://partner.example" },
        { "origin-frames", "allowed allowed refused refused allowed https://partner.example" },
        { "foreign-frames", "allowed allowed allowed refused allowed https://foreign.example" },
        { "any", "allowed allowed allowed allowed allowed" },
    };

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task A_row_says_what_the_policy_of_its_registration_says(string name, string expected)
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        app.IpcMain().WithSenderPolicy(PolicyOf(name)).Handle($"policy:{name}", (IpcMainInvokeEvent e) => { });
        var line = app.GetPolicyMatrix().ToString().Split('\n').Single(line => line.Contains("policy:", StringComparison.Ordinal));
        Assert.Equal(
            $"Handle policy:{name} a delegate in PolicyMatrixTests {expected}",
            string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task What_the_table_says_is_what_happens_to_a_real_frame(string name, string expected)
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        app.IpcMain().WithSenderPolicy(PolicyOf(name)).Handle($"policy:{name}", (IpcMainInvokeEvent e) => { });
        var page = app.OpenWindow(subFrames: true).MainFrame;
        FakeFrame[] frames =
        [
            page, page.AddFrame("app://local/inner.html"), page.AddFrame("https://foreign.example/"), page.AddFrame("app://local/", origin: "null"),
            app.OpenWindow().MainFrame.Detach("app://local/next.html"),
        ];
        var words = new List<string>();
        foreach (var frame in frames)
        {
            var error = await Record.ExceptionAsync(() => frame.InvokeAsync($"policy:{name}"));
            words.Add(error is null ? "allowed" : "refused");
        }

        Assert.StartsWith(string.Join(' ', words), expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_registrations_of_a_channel_are_judged_each_by_its_own_policy()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        app.IpcMain().On("policy:two", (IpcMainEvent e, int number) => { });
        app.IpcMain().WithSenderPolicy(IpcSenderPolicy.AnySender).On("policy:two", (IpcMainEvent e, string text) => { });
        var rows = app.GetPolicyMatrix().Rows.Where(row => row.Channel == "policy:two").ToList();
        Assert.Equal([false, true], rows.Select(row => row.ForeignIframe).Order());
        Assert.All(rows, row => Assert.Equal(IpcRegistrationKind.On, row.Kind));
    }

    [Fact]
    public async Task The_table_of_an_app_is_the_approved_one_beside_this_file()
    {
        await using var app = await IpcTestApp.StartAsync<IpcApp.TutorialApp.MainWindows>();
        app.GetPolicyMatrix().AssertApproved();
    }

    [Fact]
    public async Task The_first_table_is_written_for_approval_and_approved_by_renaming_it()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var matrix = app.GetPolicyMatrix();
        var error = Assert.Throws<IpcTestException>(() => matrix.AssertApproved(Approved));
        Assert.StartsWith("There is no approved table yet", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("rename that file to PolicyMatrix.approved.txt.", error.Message, StringComparison.Ordinal);
        File.Move(Received, Approved);
        matrix.AssertApproved(Approved);
        Assert.False(File.Exists(Received));
    }

    [Fact]
    public async Task A_handler_that_opens_up_fails_with_the_line_that_changed()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var handler = app.IpcMain().Handle("policy:changing", (IpcMainInvokeEvent e) => { });
        await File.WriteAllTextAsync(
            Approved, app.GetPolicyMatrix().ToString().ReplaceLineEndings("\r\n"), TestContext.Current.CancellationToken);
        app.GetPolicyMatrix().AssertApproved(Approved);

        handler.Dispose();
        app.IpcMain().WithSenderPolicy(IpcSenderPolicy.AnySender).Handle("policy:changing", (IpcMainInvokeEvent e) => { });
        var error = Assert.Throws<IpcTestException>(() => app.GetPolicyMatrix().AssertApproved(Approved));
        var changed = error.Message.Split('\n').Where(line => line.Length > 1 && line[..2] is "- " or "+ ");
        Assert.Collection(
            changed,
            line => Assert.Matches("^- .*policy:changing .*refused", line),
            line => Assert.Matches("^\\+ .*policy:changing (?!.*refused)", line));
        Assert.True(File.Exists(Received));
    }

    [Fact]
    public void A_source_that_the_compiler_hides_is_said_so()
    {
        var matrix = new IpcPolicyMatrix([]);
        var error = Assert.Throws<ArgumentException>(() => matrix.AssertApproved(testSource: "/_/no/such/folder/Tests.cs"));
        Assert.Contains("Give the full path of the approved file.", error.Message, StringComparison.Ordinal);
    }

    private static IpcSenderPolicy PolicyOf(string name) => name switch
    {
        "sub-frames" => IpcSenderPolicy.Default.AllowSubFrames(),
        "origin" => IpcSenderPolicy.Default.AllowOrigin("https://partner.example"),
        "origin-frames" => IpcSenderPolicy.Default.AllowOrigin("https://partner.example").AllowSubFrames(),
        "foreign-frames" => IpcSenderPolicy.Default.AllowOrigin("https://foreign.example").AllowSubFrames(),
        "any" => IpcSenderPolicy.AnySender,
        _ => IpcSenderPolicy.Default,
    };
}
