using System.Diagnostics;
using System.Globalization;
using System.Text;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Diagnosis.Verification;

/// <summary><c>verify PATH</c>: starts a packaged app, and proves that a page of it and its .NET talk.</summary>
internal static class VerifyCommand
{
    private const int NameWidth = 10;

    public static int Run(string[] args)
    {
        if (VerifyOptions.Parse(args) is not { } options)
        {
            Console.Error.WriteLine(VerifyOptions.Usage);
            return ExitCodes.InvalidSetting;
        }

        var watch = Stopwatch.StartNew();
        try
        {
            using var start = new PackagedStart(PackagedProgram.Find(options.Path), options, Handshake.OfPackages(AppContext.BaseDirectory));
            using var report = start.Run();
            Console.Out.WriteLine(options.Json ? Json(report, watch.Elapsed) : Text(report, watch.Elapsed));
            return 0;
        }
        catch (VerifyException e)
        {
            if (options.Json)
            {
                Console.Out.WriteLine(Json(e));
            }
            else
            {
                Console.Error.WriteLine($"Not verified ({e.Stage}): {e.Message}");
            }

            return ExitCodes.Failure;
        }
    }

    private static string Text(HelloReport report, TimeSpan time)
    {
        var text = new StringBuilder("Verified: the page and the packaged .NET talk.\n");
        foreach (var (name, value) in report.Facts)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {name.PadRight(NameWidth)}{value ?? "not known"}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"  {"time".PadRight(NameWidth)}{time.TotalSeconds:0.0} s, with start and end").ToString();
    }

    private static string Json(HelloReport report, TimeSpan time) => JsonText.Of(json =>
    {
        json.WriteBoolean("verified", true);
        foreach (var (name, value) in report.Facts)
        {
            json.WriteString(name, value);
        }

        json.WriteNumber("milliseconds", (long)time.TotalMilliseconds);
    });

    private static string Json(VerifyException e) => JsonText.Of(json =>
    {
        json.WriteBoolean("verified", false);
        json.WriteString("failure", e.Stage);
        json.WriteString("message", e.Message);
    });
}
