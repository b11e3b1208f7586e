using Microsoft.TemplateEngine.Abstractions;
using Microsoft.TemplateEngine.Abstractions.Installer;
using Microsoft.TemplateEngine.Edge;
using Microsoft.TemplateEngine.Edge.Settings;
using Microsoft.TemplateEngine.Edge.Template;
using Runnable = Microsoft.TemplateEngine.Orchestrator.RunnableProjects;

namespace IpcApp.Template.Tests.Support;

/// <summary>The template engine under the name of an IDE: what Visual Studio does with the template, but for its dialogs.</summary>
internal sealed class IdeHost : IDisposable
{
    private readonly EngineEnvironmentSettings _settings;
    private readonly TemplatePackageManager _packages;

    /// <param name="identifier">How Electron calls itself: <c>vs</c> for Visual Studio.</param>
    /// <param name="folder">An empty folder for what the engine keeps.</param>
    public IdeHost(string identifier, string folder)
    {
        var components = Components.AllComponents.Concat(Runnable.Components.AllComponents).ToList();
        var host = new DefaultTemplateEngineHost(identifier, "1.0.0", [], components, ["ide"]);
        _settings = new EngineEnvironmentSettings(host, settingsLocation: folder);
        _packages = new TemplatePackageManager(_settings);
    }

    /// <summary>What the engine, which reads the package as a whole, finds wrong with the templates in it.</summary>
    public async Task<IReadOnlyList<IScanTemplateInfo>> ScanAsync(string package)
    {
        var result = await new Scanner(_settings).ScanAsync(package, logValidationResults: false, returnInvalidTemplates: true, Cancellation);
        return result.Templates;
    }

    /// <summary>Makes an app.</summary>
    /// <returns>What Electron has to do next, and the app's folder.</returns>
    public async Task<(ICreationResult Result, string Folder)> CreateAsync(
        string package, string parent, string name, IReadOnlyDictionary<string, string?> options)
    {
        var installed = await _packages.GetBuiltInManagedProvider().InstallAsync([new InstallRequest(package)], Cancellation);
        Assert.All(installed, each => Assert.True(each.Success, each.ErrorMessage));
        var template = Assert.Single(await _packages.GetTemplatesAsync(Cancellation));
        var folder = Path.Combine(parent, name);
        var created = await new TemplateCreator(_settings).InstantiateAsync(template, name, null, folder, options, cancellationToken: Cancellation);
        Assert.True(created.Status == CreationResultStatus.Success, created.ErrorMessage);
        return (created.CreationResult!, folder);
    }

    public void Dispose()
    {
        _packages.Dispose();
        _settings.Dispose();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
