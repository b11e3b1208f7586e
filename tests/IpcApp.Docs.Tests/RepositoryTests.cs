using System.Text.RegularExpressions;
using System.Xml.Linq;
using IpcApp.Docs.Tests.Support;
using IpcApp.Tests.Shared;

namespace IpcApp.Docs.Tests;

/// <summary>The files that GitHub reads: they cannot refer to <c>build/Repository.props</c>, so they repeat its values.</summary>
public sealed partial class RepositoryTests
{
    private static readonly XDocument Properties = XDocument.Load(Checkout.PathOf("build", "Repository.props"));

    public static TheoryData<string> Workflows =>
        [.. Directory.EnumerateFiles(Checkout.PathOf(".github", "workflows")).Select(file => Path.GetFileName(file))];

    [Fact]
    public void The_owners_of_the_code_are_those_of_the_repository()
    {
        var lines = Read(".github/CODEOWNERS").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').ToList();

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.EndsWith($" {Property("RepositoryOwners")}", line, StringComparison.Ordinal));
    }

    [Fact]
    public void The_links_of_the_issue_forms_lead_to_the_repository()
    {
        var links = Link().Matches(Read(".github/ISSUE_TEMPLATE/config.yml")).Select(match => match.Groups["address"].Value).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.StartsWith($"{Property("RepositoryUrl")}/", link, StringComparison.Ordinal));
    }

    [Fact]
    public void The_security_policy_names_the_contact()
        => Assert.Contains($"write to {Property("SecurityContact")}.", Read("SECURITY.md"), StringComparison.Ordinal);

    [Theory, MemberData(nameof(Workflows))]
    public void A_workflow_pins_every_action_to_a_commit_and_names_its_version(string workflow)
    {
        var actions = Action().Matches(Read($".github/workflows/{workflow}")).Select(match => match.Groups["action"].Value.TrimEnd()).ToList();

        Assert.NotEmpty(actions);
        Assert.All(actions, action => Assert.Matches(@"^[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", action));
    }

    [Theory, MemberData(nameof(Workflows))]
    public void A_workflow_names_no_address(string workflow)
        => Assert.DoesNotContain("://", Read($".github/workflows/{workflow}").Replace("${GITHUB_SERVER_URL#https://}", ""), StringComparison.Ordinal);

    [Fact]
    public void An_action_has_one_version_in_all_workflows()
    {
        var actions = Workflows.SelectMany(row => Action().Matches(Read($".github/workflows/{row.Data}"))).Select(match => match.Groups["action"].Value.Trim());

        Assert.All(actions.GroupBy(action => action.Split('@')[0]), versions => Assert.Single(versions.Distinct()));
    }

    private static string Property(string name) => Properties.Descendants(name).Single().Value;

    private static string Read(string path) => File.ReadAllText(Checkout.PathOf(path)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^\s+url: (?<address>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Link();

    [GeneratedRegex(@"^\s+(- )?uses: (?<action>.+)$", RegexOptions.Multiline)]
    private static partial Regex Action();
}
