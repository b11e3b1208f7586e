namespace IpcApp.Build.Testing;

/// <summary>What a run of tests consists of.</summary>
/// <param name="Name">For people.</param>
/// <param name="IsQuick">Whether it needs neither npm, nor a browser, nor a native linker.</param>
/// <param name="Steps">What is run, one after the other.</param>
internal sealed record TestPlan(string Name, bool IsQuick, IReadOnlyList<TestStep> Steps)
{
    private const string NodeName = "node";

    /// <summary>Reads the arguments of the command <c>test</c>.</summary>
    /// <param name="projects">All test projects.</param>
    /// <param name="arguments">What follows <c>test</c>.</param>
    /// <param name="commitCount">Counts the commits of the clone, for <c>ci</c>.</param>
    /// <exception cref="BuildException">There is no such tier, part or project; the message lists those that there are.</exception>
    public static TestPlan Create(IReadOnlyList<TestProject> projects, string[] arguments, Func<int> commitCount)
    {
        var parts = PartsOf(projects);
        switch (arguments)
        {
            case []:
                return new("test", false, [.. Default(projects, parts)]);
            case ["quick"]:
                return new("test quick", true, [.. Quick(projects)]);
            case ["full"]:
                return new("test full", false, [.. Default(projects, parts), .. parts.SelectMany(part => Part(projects, part))]);
            case ["ci"]:
                var chosen = parts[commitCount() % parts.Count];
                return new($"test, and the part {chosen} of {string.Join(", ", parts)}", false, [.. Default(projects, parts), .. Part(projects, chosen)]);
            case [var name] when name.StartsWith("full:", StringComparison.Ordinal) && parts.Contains(name[5..]):
                return new($"test {name}", false, [.. Part(projects, name[5..])]);
            case [NodeName, .. { Length: <= 1 } filter]:
                return new("test node", false, [new NodeStep(filter.FirstOrDefault())]);
            case [var name, .. { Length: <= 1 } filter] when Find(projects, name) is { } project:
                return new($"test {project.Name}", false, [new ProjectStep(project, "", FilterOf(filter))]);
            default:
                throw new BuildException(
                    $"There are no tests '{string.Join(' ', arguments)}'. Write 'test', 'test quick', 'test full', "
                    + string.Concat(parts.Select(part => $"'test full:{part}', ")) + "'test ci', or 'test NAME [FILTER]' with one of "
                    + $"{NodeName}, {string.Join(", ", projects.Select(project => project.Name))}.");
        }
    }

    /// <summary>The parts of <c>test full</c>, which <c>test</c> leaves out.</summary>
    public static IReadOnlyList<string> PartsOf(IEnumerable<TestProject> projects)
        => [.. projects.SelectMany(project => project.Parts.Concat(project.WholePart is { } whole ? [whole] : [])).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<TestStep> Default(IEnumerable<TestProject> projects, IReadOnlyList<string> parts)
        => projects.Where(project => project.WholePart is null)
            .Select(project => (TestStep)new ProjectStep(project, "", [.. project.Parts.SelectMany(part => (string[])["-trait-", $"Part={part}"])]))
            .Prepend(new NodeStep(null))
            .Prepend(new TypeCheckStep());

    private static IEnumerable<TestStep> Quick(IEnumerable<TestProject> projects)
        => projects.Where(project => project.QuickArguments is not null).Select(project => new ProjectStep(
            project, "quick", project.QuickArguments!.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    private static IEnumerable<TestStep> Part(IEnumerable<TestProject> projects, string part)
        => projects.Where(project => project.WholePart == part || project.Parts.Contains(part))
            .Select(project => new ProjectStep(project, part, project.WholePart == part ? [] : ["-trait", $"Part={part}"]));

    private static TestProject? Find(IEnumerable<TestProject> projects, string name)
        => projects.FirstOrDefault(project => string.Equals(project.Name, name, StringComparison.OrdinalIgnoreCase)
            || string.Equals(project.Name, $"IpcApp.{name}", StringComparison.OrdinalIgnoreCase));

    private static string[] FilterOf(string[] filter) => filter is [var text] ? ["-method", $"*{text}*"] : [];
}

/// <summary>A part of a run.</summary>
internal abstract record TestStep;

/// <summary>The types of the JavaScript.</summary>
internal sealed record TypeCheckStep : TestStep;

/// <summary>The tests of the JavaScript.</summary>
/// <param name="Filter">A part of the names of files; null for all.</param>
internal sealed record NodeStep(string? Filter) : TestStep;

/// <summary>A project's tests.</summary>
/// <param name="Project">The project.</param>
/// <param name="Label">Keeps the reports of several runs apart; empty for none.</param>
/// <param name="Arguments">What its runner gets.</param>
internal sealed record ProjectStep(TestProject Project, string Label, IReadOnlyList<string> Arguments) : TestStep;
