using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace IpcApp.Internal.Settings;

/// <summary>
/// Creates the default instance of an options type once: <see cref="IOptions{TOptions}"/>, <see cref="IOptionsMonitor{TOptions}"/>,
/// <see cref="IOptionsSnapshot{TOptions}"/> and the runtime have the same one, which does not follow later changes of the configuration.
/// </summary>
/// <typeparam name="TOptions">The options type.</typeparam>
/// <param name="create">Configures and validates an instance by its name.</param>
internal sealed class SingleOptionsFactory<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
    Func<string, TOptions> create) : IOptionsFactory<TOptions>
    where TOptions : class
{
    private readonly Lazy<TOptions> _default = new(() => create(Options.DefaultName));

    public TOptions Create(string name) => name == Options.DefaultName ? _default.Value : create(name);
}
