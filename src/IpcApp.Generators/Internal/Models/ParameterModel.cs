namespace IpcApp.Generators.Internal.Models;

/// <summary>Where the value of a parameter comes from.</summary>
internal enum ParameterSource
{
    Event,
    Cancellation,
    Progress,
    AllArguments,
    Service,
    OptionalService,
    KeyedService,
    OptionalKeyedService,
    Argument,
    NullableArgument,
    ArgumentOrDefault,
    NullableArgumentOrDefault,
    RestArguments,
    NullableRestArguments,
}

/// <summary>One parameter of a handler method.</summary>
/// <param name="Name">Its name, without <c>@</c>.</param>
/// <param name="Source">Where its value comes from.</param>
/// <param name="Type">The type argument for the binding: the declared type; for progress and rest arguments the element's.</param>
/// <param name="DeclaredType">What <c>typeof</c> can take: the declared type without nullable annotations.</param>
/// <param name="Text">The default value or the service key as code, or null.</param>
/// <param name="NullAnnotation">Where the declaration allows null inside its type; null if that is everywhere.</param>
internal sealed record ParameterModel(
    string Name, ParameterSource Source, string Type, string DeclaredType, string? Text = null, string? NullAnnotation = null)
{
    /// <summary>Whether it takes an argument of the page.</summary>
    public bool TakesArgument => Source >= ParameterSource.Argument;

    /// <summary>Whether the page must send a value.</summary>
    public bool IsRequired => Source == ParameterSource.Argument;
}
