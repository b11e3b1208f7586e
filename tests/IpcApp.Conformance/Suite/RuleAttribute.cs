namespace IpcApp.Conformance.Suite;

/// <summary>The rule of Electron's IPC that a scenario is about: S1 to S155.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RuleAttribute(int number) : Attribute
{
    public const int Last = 155;

    public int Number { get; } = number;
}
