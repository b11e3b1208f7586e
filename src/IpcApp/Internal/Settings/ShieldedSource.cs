using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace IpcApp.Internal.Settings;

/// <summary>A source of settings, without those that must not come from it.</summary>
internal sealed class ShieldedSource(IConfigurationSource source) : IConfigurationSource
{
    /// <summary>Sections and settings that open ports, or say what the app shows and where it finds its files.</summary>
    private static readonly string[] Hidden =
    [
        IpcAppOptions.SectionName, "Kestrel", "urls", "http_ports", "https_ports", "environment", "contentRoot", "applicationName", "webroot",
        "hostingStartupAssemblies",
    ];

    public IConfigurationProvider Build(IConfigurationBuilder builder) => new Provider(source.Build(builder));

    private static bool IsHidden(string key)
    {
        var end = key.IndexOf(':', StringComparison.Ordinal);
        return Hidden.Contains(end < 0 ? key : key[..end], StringComparer.OrdinalIgnoreCase);
    }

    private sealed class Provider(IConfigurationProvider inner) : IConfigurationProvider
    {
        public bool TryGet(string key, out string? value)
        {
            value = null;
            return !IsHidden(key) && inner.TryGet(key, out value);
        }

        public void Set(string key, string? value)
        {
            if (!IsHidden(key))
            {
                inner.Set(key, value);
            }
        }

        public IChangeToken GetReloadToken() => inner.GetReloadToken();

        public void Load() => inner.Load();

        public IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath)
        {
            // Keys of other sources come in as well, and must go out again.
            string[] earlier = [.. earlierKeys];
            return parentPath is null
                ? inner.GetChildKeys([], null).Where(key => !IsHidden(key)).Concat(earlier).Order(ConfigurationKeyComparer.Instance)
                : IsHidden(parentPath) ? earlier : inner.GetChildKeys(earlier, parentPath);
        }
    }
}
