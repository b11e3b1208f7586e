using System.Xml;
using System.Xml.Linq;
using IpcApp.Build.Processes;

namespace IpcApp.Build.Testing;

/// <summary>The JavaScript's tests, by Node's own runner.</summary>
internal static class NodeTests
{
    private const string Runner = "node --test";

    /// <param name="repository">The clone.</param>
    /// <param name="results">The folder for the report.</param>
    /// <param name="filter">A part of the names of the files to run; null for all.</param>
    public static async Task<TestRun> RunAsync(Repository repository, string results, string? filter = null)
    {
        var report = Path.Combine(results, "node.xml");
        string[] only = filter is null ? [] : ["--only", filter];
        var command = new Command("node", ["build/run-node-tests.mjs", "--report", report, .. only]) { Folder = repository.Root };
        return Read(report, await CommandRunner.TryRunAsync(command));
    }

    internal static TestRun Read(string report, CommandResult result)
    {
        XDocument xml;
        try
        {
            // An error's text may hold characters that XML does not allow, such as those that colour a terminal.
            xml = XDocument.Parse(string.Concat(File.ReadAllText(report).Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))));
        }
        catch (Exception e) when (e is IOException or XmlException)
        {
            return TestRun.Broken(Runner, $"no report ({e.Message})", result.Output);
        }

        var tests = xml.Descendants("testcase").ToList();
        var failed = tests.Where(test => test.Element("failure") is not null || test.Element("error") is not null).Select(Name).ToList();
        var skipped = tests.Where(test => test.Element("skipped") is not null).Select(Name).ToList();
        return TestRun.Create(Runner, tests.Count, failed, skipped, result);
    }

    private static string Name(XElement test)
        => string.Join(" > ", test.AncestorsAndSelf().Reverse().Attributes("name").Select(name => name.Value));
}
