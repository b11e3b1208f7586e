using System.Xml;
using System.Xml.Linq;
using IpcApp.Build.Processes;

namespace IpcApp.Build.Testing;

/// <summary>Reads the report that runners of Microsoft.Testing.Platform write: those of NUnit and MSTest.</summary>
internal static class TrxReport
{
    public static TestRun Read(string runner, string file, CommandResult result)
    {
        try
        {
            var tests = XDocument.Load(file).Descendants()
                .Where(element => element.Name.LocalName == "UnitTestResult")
                .Select(element => (Name: (string)element.Attribute("testName")!, Outcome: (string)element.Attribute("outcome")!))
                .ToList();
            var skipped = tests.Where(test => test.Outcome == "NotExecuted").Select(test => test.Name).ToList();
            var failed = tests.Where(test => test.Outcome is not ("Passed" or "NotExecuted")).Select(test => test.Name).ToList();
            return TestRun.Create(runner, tests.Count, failed, skipped, result);
        }
        catch (Exception e) when (e is IOException or XmlException)
        {
            return TestRun.Broken(runner, $"no report ({e.Message})", result.Output);
        }
    }
}
