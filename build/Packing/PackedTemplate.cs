namespace IpcApp.Build.Packing;

/// <summary>What a run of <see cref="Packer"/> made.</summary>
/// <param name="Version">The version of all packages.</param>
/// <param name="TemplatePackage">The path of the template package.</param>
internal sealed record PackedTemplate(string Version, string TemplatePackage);
