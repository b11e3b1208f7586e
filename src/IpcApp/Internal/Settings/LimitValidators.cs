using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IpcApp.Internal.Settings;

/// <summary>Runs the app's validators of the limits, which are a part of the settings and are created with them.</summary>
/// <param name="provider">Has the validators.</param>
internal sealed class LimitValidators(IServiceProvider provider) : IValidateOptions<IpcAppOptions>
{
    public ValidateOptionsResult Validate(string? name, IpcAppOptions options)
    {
        string[] failures =
        [
            .. provider.GetServices<IValidateOptions<IpcLimitOptions>>()
                .Select(validator => validator.Validate(name, options.Limits))
                .Where(result => result.Failed)
                .SelectMany(result => result.Failures!),
        ];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
