using System.Text.Json;
using System.Text.Json.Nodes;

namespace IpcApp.Chromium.Tests;

/// <summary>The test app in a folder of its own, with other settings and JavaScript of its own: in development, or packaged.</summary>
/// <param name="folder">Where it is put.</param>
internal sealed class AppCopy(OwnFolder folder)
{
    private const string Name = "IpcApp.TestApp";
    private static readonly string Source = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ipcapp.dev.json")))!["root"]!.GetValue<string>();

    /// <summary>The program of an app that is started in development.</summary>
    /// <param name="userMain">The app's <c>electron/main.cjs</c>.</param>
    /// <param name="singleInstance">Its <c>IpcAppSingleInstance</c>.</param>
    public string Develop(string userMain = "", bool singleInstance = false)
    {
        var root = Path.Combine(folder.Root, "project");
        WriteApp(root, userMain, singleInstance, Name);
        var program = CopyProgram(Path.Combine(folder.Root, "bin"));
        File.WriteAllText(Path.Combine(program, "ipcapp.dev.json"), JsonSerializer.Serialize(new { root }));
        return Path.Combine(program, Name);
    }

    /// <summary>Puts the app and its .NET into the folder of a package's resources.</summary>
    /// <param name="resources">The folder.</param>
    /// <param name="userMain">The app's <c>electron/main.cjs</c>.</param>
    /// <returns>The folder of the app's <c>package.json</c>.</returns>
    public string Package(string resources, string userMain)
    {
        var app = Path.Combine(resources, "app");
        WriteApp(app, userMain, singleInstance: false, "start");
        var program = CopyProgram(Path.Combine(resources, "main-process"));
        File.WriteAllText(Path.Combine(program, "appsettings.json"), """
            { "Logging": { "LogLevel": { "Default": "Warning" } }, "IpcApp": { "Windows": { "main": { "Url": "app://local/stay.html" } } } }
            """);

        // A package brings its .NET along, and is told nothing of one that is installed; the program here needs the one that runs the tests.
        var start = Path.Combine(program, "start");
        var dotnet = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        File.WriteAllText(start, $"#!/bin/sh\nDOTNET_ROOT='{dotnet}' exec '{Path.Combine(program, Name)}'\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(start, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return app;
    }

    private static void WriteApp(string root, string userMain, bool singleInstance, string mainProcess)
    {
        CopyFolder(Path.Combine(Source, ".ipcapp"), Path.Combine(root, ".ipcapp"));
        CopyFolder(Path.Combine(Source, "wwwroot"), Path.Combine(root, "wwwroot"));
        File.Copy(Path.Combine(Source, "package.json"), Path.Combine(root, "package.json"));
        Directory.CreateDirectory(Path.Combine(root, "electron"));
        File.WriteAllText(Path.Combine(root, "electron", "main.cjs"), userMain);
        var settings = Path.Combine(root, ".ipcapp", "app.json");
        var json = JsonNode.Parse(File.ReadAllText(settings))!;
        json["singleInstance"] = singleInstance;
        json["mainProcess"] = mainProcess;
        File.WriteAllText(settings, json.ToJsonString());
    }

    private static string CopyProgram(string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }

        return target;
    }

    private static void CopyFolder(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var folder in Directory.EnumerateDirectories(source, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(target, Path.GetRelativePath(source, folder)));
        }

        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(target, Path.GetRelativePath(source, file)));
        }
    }
}
