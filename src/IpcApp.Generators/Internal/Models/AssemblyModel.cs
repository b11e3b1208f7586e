namespace IpcApp.Generators.Internal.Models;

/// <summary>What the generated code needs to know of the assembly it becomes part of.</summary>
/// <param name="Namespace">Where the assembly's own generated classes live.</param>
/// <param name="ReferencesIpcApp">False where the run-time package is missing, or is this very assembly: nothing is generated.</param>
/// <param name="ReferencedCatalogs">How code refers to the catalogs of referenced assemblies, sorted.</param>
internal sealed record AssemblyModel(string Namespace, bool ReferencesIpcApp, EquatableArray<string> ReferencedCatalogs);
