using System.Reflection;
using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Parity;

/// <summary>A scenario that has rules.</summary>
/// <param name="Section">The class it is written in.</param>
/// <param name="Name">The method.</param>
/// <param name="Rules">What it would show to be broken.</param>
internal sealed record Scenario(Type Section, string Name, IReadOnlyList<int> Rules)
{
    private static readonly Type[] Types = typeof(Scenario).Assembly.GetTypes();

    /// <summary>All of the suite, by section and name.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        .. from type in Types
           where type.IsAbstract && type.BaseType == typeof(ScenarioClass)
           from method in type.GetMethods()
           where method.IsDefined(typeof(RuleAttribute))
           let rules = method.GetCustomAttributes<RuleAttribute>().Select(rule => rule.Number).ToArray()
           orderby type.Name, rules[0], method.Name
           select new Scenario(type, method.Name, rules),
    ];

    /// <summary>What the page calls it: the number that its name begins with, or the whole name.</summary>
    public string Label => Name is ['S', >= '0' and <= '9', ..] ? Name[..Name.IndexOf('_')] : $"`{Name}`";

    /// <summary>What a report of a run calls it, without the arguments of a theory.</summary>
    public string TestNameOn(string driver)
    {
        var runs = Types.Single(type => type.BaseType == Section
            && type.Namespace!.EndsWith($".{driver}", StringComparison.OrdinalIgnoreCase));
        return $"{runs.FullName}.{Name}";
    }

    /// <summary>Whether it runs there: a scenario is skipped for any rule that a driver cannot show.</summary>
    public bool RunsOn(string driver) => !Rules.Any(RuleList.Read(driver).ContainsKey);
}
