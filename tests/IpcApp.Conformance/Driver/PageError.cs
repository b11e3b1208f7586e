namespace IpcApp.Conformance.Driver;

/// <summary>What was thrown at a page, or what its promise rejected with.</summary>
/// <param name="Name">The error's <c>name</c>.</param>
/// <param name="Message">The error's <c>message</c>.</param>
/// <param name="Type">The name of its class.</param>
public sealed record PageError(string Name, string Message, string Type);
