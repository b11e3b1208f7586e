using System.Text;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Settings;
using Microsoft.Extensions.Configuration;

namespace IpcApp.Tests.Hosting;

/// <summary>Settings that are of another kind than expected: a value for a section, a section for a value, text that breaks what it goes into.</summary>
public sealed class SettingKindTests
{
    private const string Windows = "a section that names each window, such as { \"main\": { \"Width\": 800 } }";
    private const string Window = "a section with the window's options, such as { \"Width\": 800 }";
    private const string Origins = "an array of origins, such as [ \"https://example.com\" ]";

    [Theory]
    [InlineData("5", "IpcApp", "'5'", "a section with settings, such as { \"Host\": \"auto\" }")]
    [InlineData("""{ "Windows": 5 }""", "IpcApp:Windows", "'5'", Windows)]
    [InlineData("""{ "Windows": [ { "Width": 800 } ] }""", "IpcApp:Windows", "an array", Windows)]
    [InlineData("""{ "Windows": { "main": 5 } }""", "IpcApp:Windows:main", "'5'", Window)]
    [InlineData("""{ "Windows": { "main": { "Width": { "Min": 5 } } } }""", "IpcApp:Windows:main:Width", "a section", "a whole number from 100 to 16384")]
    [InlineData("""{ "Windows": { "main": { "Title": [ "a" ] } } }""", "IpcApp:Windows:main:Title", "an array", "a text")]
    [InlineData("""{ "Windows": { "main": { "AllowedOrigins": "https://a.example" } } }""",
        "IpcApp:Windows:main:AllowedOrigins", "'https://a.example'", Origins)]
    [InlineData("""{ "Windows": { "main": { "AllowedOrigins": { "a": "https://a.example" } } } }""",
        "IpcApp:Windows:main:AllowedOrigins", "a section", Origins)]
    [InlineData("""{ "Windows": { "main": { "AllowedOrigins": [ [ "https://a.example" ] ] } } }""",
        "IpcApp:Windows:main:AllowedOrigins:0", "an array", "a text")]
    [InlineData("""{ "Limits": 5 }""", "IpcApp:Limits", "'5'", "a section with limits, such as { \"MaxMessageBytes\": 1048576 }")]
    [InlineData("""{ "Host": [ "chromium" ] }""", "IpcApp:Host", "an array", "one of auto, electron, chromium, none")]
    [InlineData("""{ "NullElements": "maybe" }""", "IpcApp:NullElements", "'maybe'", "one of refuse, allow")]
    [InlineData("""{ "Headless": { "a": true } }""", "IpcApp:Headless", "a section", "true or false")]
    [InlineData("""{ "HandshakeTimeout": [ 1 ] }""", "IpcApp:HandshakeTimeout", "an array", "a time from 00:00:01 to 00:10:00, written as hh:mm:ss")]
    [InlineData("""{ "ContentSecurityPolicy": { "default-src": "'self'" } }""", "IpcApp:ContentSecurityPolicy", "a section", "a text")]
    public void A_setting_of_the_wrong_kind_is_refused(string json, string path, string found, string expected)
        => Assert.Equal($"The setting '{path}' is {found}, but it must be {expected}.", Refusal(json));

    [Theory]
    [InlineData("default-src 'self'\nscript-src 'none'", "default-src 'self'\\nscript-src 'none'", "000A")]
    [InlineData("default-src 'self'\r\n", "default-src 'self'\\r\\n", "000D")]
    [InlineData("default-src\t'self'", "default-src\\t'self'", "0009")]
    [InlineData("default-src\0", "default-src\\u0000", "0000")]
    [InlineData("default-src \u2019self\u2019", "default-src \u2019self\u2019", "2019")]
    public void A_policy_that_no_header_can_carry_is_refused(string policy, string shown, string character)
    {
        var expected = $"The setting 'IpcApp:ContentSecurityPolicy' is '{shown}', but it must be one line of printable ASCII characters, "
            + $"since it is sent as a header; it has U+{character}.";
        Assert.Equal(expected, Refusal(new IpcAppOptions { ContentSecurityPolicy = policy }));
    }

    [Theory]
    [InlineData("Url", "app://local/\nindex.html")]
    [InlineData("Preload", "electron/\0.cjs")]
    [InlineData("Partition", "persist:\u0085work")]
    public void Addresses_and_names_of_files_are_one_line(string option, string value)
    {
        var window = new IpcWindowOptions();
        typeof(IpcWindowOptions).GetProperty(option)!.SetValue(window, value);
        var refusal = Refusal(new IpcAppOptions { Windows = { ["main"] = window } });
        Assert.StartsWith($"The setting 'IpcApp:Windows:main:{option}' is '", refusal, StringComparison.Ordinal);
        Assert.EndsWith("', but it must be one line without control characters.", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain(refusal, char.IsControl);
    }

    [Theory]
    [InlineData("""{ "Windows": {}, "Limits": {}, "Title": null }""", "There is no setting 'IpcApp:Title'.")]
    [InlineData("""{ "Windows": null, "Limits": {}, "Host": null, "ContentSecurityPolicy": "" }""", null)]
    [InlineData("""{ "Windows": { "main": { "AllowedOrigins": [], "Title": "" } } }""", null)]
    public void Nothing_sets_nothing(string json, string? refusal)
    {
        if (refusal is null)
        {
            Read(json);
        }
        else
        {
            Assert.StartsWith(refusal, Refusal(json), StringComparison.Ordinal);
        }
    }

    private static string Refusal(string json) => Assert.Throws<IpcStartupException>(() => Read(json)).Message;

    private static string Refusal(IpcAppOptions options)
        => new SettingsRules(isDevelopment: false).Validate(null, options).FailureMessage!;

    private static void Read(string json)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "IpcApp": {{json}} }"""));
        SettingsReader.Read(new ConfigurationBuilder().AddJsonStream(file).Build(), new IpcAppOptions());
    }
}
