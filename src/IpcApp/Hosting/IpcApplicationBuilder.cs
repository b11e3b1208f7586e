using IpcApp.Internal.Composition;
using IpcApp.Internal.Launch;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpcApp;

/// <summary>Builds an <see cref="IpcApplication"/>: ASP.NET Core's application builder, made safe for a desktop app.</summary>
/// <remarks>
/// No TCP port is opened: a setting that asks for one stops the app at start. Settings are read from <c>appsettings.json</c> beside the
/// program, the environment and the command line; a packaged app takes those of section <c>IpcApp</c> from the file alone.
/// </remarks>
public sealed class IpcApplicationBuilder : IHostApplicationBuilder
{
    private readonly WebApplicationBuilder _builder;

    internal IpcApplicationBuilder(string[] args)
    {
        _builder = AppBuilders.Create(args);
        IpcServices.Add(_builder, args);
    }

    /// <summary>The app's services.</summary>
    public IServiceCollection Services => _builder.Services;

    /// <summary>The app's configuration.</summary>
    public IConfigurationManager Configuration => _builder.Configuration;

    /// <summary>Where the app runs.</summary>
    public IHostEnvironment Environment => _builder.Environment;

    /// <summary>The app's logging.</summary>
    public ILoggingBuilder Logging => _builder.Logging;

    /// <summary>The app's metrics.</summary>
    public IMetricsBuilder Metrics => _builder.Metrics;

    IDictionary<object, object> IHostApplicationBuilder.Properties => ((IHostApplicationBuilder)_builder).Properties;

    /// <summary>Builds the app. Settings and handlers are checked when it starts.</summary>
    public IpcApplication Build()
    {
        GenericHostLog.Watch(_builder.Services);
        return new(_builder.Build());
    }

    void IHostApplicationBuilder.ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure)
        => ((IHostApplicationBuilder)_builder).ConfigureContainer(factory, configure);
}
