using System.Diagnostics.CodeAnalysis;
using IpcApp.Internal.Ground;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IpcApp.Internal.Settings;

/// <summary>
/// Registers the library's options types: settings come first, then the app's own <c>Configure</c> and <c>PostConfigure</c>, then the rules
/// and the app's own validators. All ways to an options type lead to one instance.
/// </summary>
internal static class AppOptions
{
    public static void Add(IServiceCollection services)
    {
        services.AddOptions();
        services.AddSingleton<IConfigureOptions<IpcAppOptions>>(provider => new ConfigureOptions<IpcAppOptions>(
            options => SettingsReader.Read(provider.GetRequiredService<IConfiguration>(), options)));
        services.AddSingleton<IValidateOptions<IpcAppOptions>>(
            provider => new SettingsRules(provider.GetRequiredService<IHostEnvironment>().IsDevelopment()));
        services.AddSingleton<IValidateOptions<IpcAppOptions>>(provider => new LimitValidators(provider));
        AddSingle<IpcAppOptions>(services, CompleteSettings);
        AddSingle<IpcSerializerOptions>(services);

        // A part of the settings, which can be asked for by itself.
        services.AddSingleton<IOptionsFactory<IpcLimitOptions>>(provider => new SingleOptionsFactory<IpcLimitOptions>(
            name => name == Options.DefaultName ? provider.GetRequiredService<IpcAppOptions>().Limits : new IpcLimitOptions()));
        services.AddSingleton(Settings);
    }

    private static void AddSingle<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        IServiceCollection services, Action<IServiceProvider, TOptions>? complete = null)
        where TOptions : class
        => services.AddSingleton<IOptionsFactory<TOptions>>(provider =>
        {
            var last = new PostConfigureOptions<TOptions>(Options.DefaultName, options => complete?.Invoke(provider, options));
            var factory = new OptionsFactory<TOptions>(
                provider.GetServices<IConfigureOptions<TOptions>>(),
                provider.GetServices<IPostConfigureOptions<TOptions>>().Append(last),
                provider.GetServices<IValidateOptions<TOptions>>());
            return new SingleOptionsFactory<TOptions>(factory.Create);
        });

    /// <summary>After all that the app sets: its changes to the limits by themselves, and the window that opens where none is named.</summary>
    private static void CompleteSettings(IServiceProvider provider, IpcAppOptions options)
    {
        foreach (var configure in provider.GetServices<IConfigureOptions<IpcLimitOptions>>())
        {
            configure.Configure(options.Limits);
        }

        foreach (var configure in provider.GetServices<IPostConfigureOptions<IpcLimitOptions>>())
        {
            configure.PostConfigure(Options.DefaultName, options.Limits);
        }

        if (options.Windows.Count == 0 && options.DefaultWindow)
        {
            options.Windows.Add("main", new IpcWindowOptions());
        }
    }

    /// <exception cref="IpcStartupException">A setting is invalid.</exception>
    private static IpcAppOptions Settings(IServiceProvider provider)
    {
        try
        {
            return provider.GetRequiredService<IOptions<IpcAppOptions>>().Value;
        }
        catch (OptionsValidationException e)
        {
            throw new IpcStartupException(string.Join(' ', e.Failures), ExitCodes.InvalidSetting, e);
        }
    }
}
