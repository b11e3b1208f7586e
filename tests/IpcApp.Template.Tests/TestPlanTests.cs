using IpcApp.Build;
using IpcApp.Build.Testing;

namespace IpcApp.Template.Tests;

/// <summary>Which tests the commands <c>test</c>, <c>test quick</c>, <c>test full</c> and <c>test ci</c> run.</summary>
public sealed class TestPlanTests
{
    private static readonly TestProject[] Projects =
    [
        new("/tests/IpcApp.A.Tests/IpcApp.A.Tests.csproj", null, "-trait- Speed=slow", []),
        new("/tests/IpcApp.B.Tests/IpcApp.B.Tests.csproj", null, null, ["npm", "packaging"]),
        new("/tests/IpcApp.C.Tests/IpcApp.C.Tests.csproj", "native", null, []),
    ];

    [Fact]
    public void A_run_of_test_leaves_out_every_part_of_full()
        => Assert.Equal(
            ["types", "node", "IpcApp.A.Tests", "IpcApp.B.Tests -trait- Part=npm -trait- Part=packaging"], Steps());

    [Fact]
    public void Full_is_test_and_every_part()
        => Assert.Equal(
            [.. Steps(), "IpcApp.C.Tests", "IpcApp.B.Tests -trait Part=npm", "IpcApp.B.Tests -trait Part=packaging"], Steps("full"));

    [Fact]
    public void Every_test_of_a_project_is_in_test_or_in_a_part_of_full()
    {
        var parts = TestPlan.PartsOf(Projects);
        Assert.Equal(["native", "npm", "packaging"], parts);
        Assert.Equal(Steps("full").Skip(Steps().Length), parts.SelectMany(part => Steps($"full:{part}")));
    }

    [Theory]
    [InlineData(0, "native")]
    [InlineData(1, "npm")]
    [InlineData(2, "packaging")]
    [InlineData(3, "native")]
    public void Ci_runs_one_part_by_the_number_of_commits(int commits, string part)
        => Assert.Equal([.. Steps(), .. Steps($"full:{part}")], TestPlan.Create(Projects, ["ci"], () => commits).Steps.Select(Text));

    [Fact]
    public void Quick_runs_only_what_needs_no_browser()
    {
        Assert.Equal(["IpcApp.A.Tests -trait- Speed=slow"], Steps("quick"));
        Assert.True(TestPlan.Create(Projects, ["quick"], () => 0).IsQuick);
    }

    [Theory]
    [InlineData("IpcApp.B.Tests")]
    [InlineData("b.tests")]
    public void A_project_is_found_by_its_name(string name)
    {
        Assert.Equal(["IpcApp.B.Tests"], Steps(name));
        Assert.Equal(["IpcApp.B.Tests -method *Menu*"], Steps(name, "Menu"));
    }

    [Fact]
    public void The_tests_of_the_JavaScript_can_be_chosen_by_file() => Assert.Equal(["node menu"], Steps("node", "menu"));

    [Theory]
    [InlineData("fast")]
    [InlineData("full:npn")]
    [InlineData("IpcApp.D.Tests")]
    [InlineData("quick", "Menu")]
    public void What_does_not_exist_is_refused_with_what_does(params string[] arguments)
    {
        var error = Assert.Throws<BuildException>(() => TestPlan.Create(Projects, arguments, () => 0));
        Assert.StartsWith($"There are no tests '{string.Join(' ', arguments)}'.", error.Message, StringComparison.Ordinal);
        Assert.Contains("'test full:npm'", error.Message, StringComparison.Ordinal);
        Assert.Contains("IpcApp.B.Tests", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_parts_of_this_repository_are_found_in_its_sources()
        => Assert.Equal(["engine16", "names", "native", "npm", "packaging", "soak"], TestPlan.PartsOf(TestProject.All(Repository.Find())));

    private static string[] Steps(params string[] arguments) => [.. TestPlan.Create(Projects, arguments, () => 0).Steps.Select(Text)];

    private static string Text(TestStep step) => step switch
    {
        NodeStep { Filter: null } => "node",
        NodeStep node => $"node {node.Filter}",
        ProjectStep run => string.Join(' ', [run.Project.Name, .. run.Arguments]),
        _ => "types",
    };
}
