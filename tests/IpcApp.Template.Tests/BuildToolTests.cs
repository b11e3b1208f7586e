using IpcApp.Build;
using IpcApp.Build.Processes;
using IpcApp.Build.Testing;

namespace IpcApp.Template.Tests;

/// <summary>The command <c>test</c> must not say that all is well when it is not.</summary>
public sealed class BuildToolTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void A_runner_without_a_report_has_failed()
        => Assert.Single(CtrfReport.Read("x", _file + ".gone", new CommandResult(0, "")).Failed);

    [Fact]
    public void A_runner_that_ran_no_test_has_failed() => Assert.Single(Ctrf("", exitCode: 0).Failed);

    [Fact]
    public void A_runner_that_crashed_after_its_report_has_failed() => Assert.Single(Ctrf(Test("a", "passed"), exitCode: 139).Failed);

    [Fact]
    public void A_runner_that_was_ended_at_its_limit_has_failed() => Assert.Single(Ctrf(Test("a", "passed"), exitCode: null).Failed);

    [Fact]
    public void A_report_is_counted_by_test()
    {
        var run = Ctrf($"{Test("a", "passed")}, {Test("b", "failed")}, {Test("c", "skipped")}, {Test("d", "other")}", exitCode: 1);

        Assert.Equal(1, run.Passed);
        Assert.Equal(["b", "d"], run.Failed);
        Assert.Equal(["c"], run.Skipped);
    }

    [Fact]
    public void A_failed_test_is_named_with_the_beginning_of_its_message()
    {
        var run = Ctrf("""{ "name": "a", "status": "failed", "message": "first\nsecond" }""", exitCode: 1);

        Assert.Equal(["a", "      first", "      second"], Assert.Single(run.Failed).Split(Environment.NewLine));
    }

    [Fact]
    public void Node_s_report_is_counted_by_test_with_the_names_of_its_groups()
    {
        const string Escape = "\u001B";
        File.WriteAllText(_file, $$"""
            <testsuites>
              <testcase name="alone" classname="test"/>
              <testcase name="later" classname="test"><skipped type="todo" message=""/></testcase>
              <testsuite name="group">
                <testcase name="bad" classname="test"><failure type="x" message="{{Escape}}[31mred"/></testcase>
              </testsuite>
            </testsuites>
            """);

        var run = NodeTests.Read(_file, new CommandResult(1, ""));

        Assert.Equal(1, run.Passed);
        Assert.Equal(["group > bad"], run.Failed);
        Assert.Equal(["later"], run.Skipped);
    }

    [Fact]
    public void A_skipped_test_is_a_failure_unless_it_is_listed()
    {
        File.WriteAllText(_file, "# why\nA.B: no Electron here\nC.*: no Windows here\n");
        var listed = new TestSummary(NotRunList.Read(_file));
        var unlisted = new TestSummary(NotRunList.Read(_file));

        listed.Add(new TestRun("x", 1, [], ["A.B", "C.D(e: 1)"], ""));
        unlisted.Add(new TestRun("x", 1, [], ["A.B.C"], ""));

        Assert.True(listed.AllPassed);
        Assert.False(unlisted.AllPassed);
    }

    [Fact]
    public void A_listed_test_needs_a_reason()
    {
        File.WriteAllText(_file, "A.B\n");

        Assert.Throws<BuildException>(() => NotRunList.Read(_file));
    }

    public void Dispose() => File.Delete(_file);

    private static string Test(string name, string status) => $$"""{ "name": "{{name}}", "status": "{{status}}", "duration": 1 }""";

    private TestRun Ctrf(string tests, int? exitCode)
    {
        File.WriteAllText(_file, $$"""{ "results": { "tests": [{{tests}}] } }""");
        return CtrfReport.Read("x", _file, new CommandResult(exitCode, ""));
    }
}
