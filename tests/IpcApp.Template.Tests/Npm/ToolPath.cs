namespace IpcApp.Template.Tests.Npm;

/// <summary>A PATH whose npm writes down how it was called, and then runs the machine's own, unless the test says otherwise.</summary>
internal sealed class ToolPath
{
    // What a build asks the system for: the shell of MSBuild's commands, and what makes the stand-in for Electron executable.
    private static readonly string[] System = ["sh", "chmod"];

    private readonly string _folder;

    public ToolPath(string folder)
    {
        _folder = folder;
        Value = string.Join(Path.PathSeparator, folder, Environment.GetEnvironmentVariable("PATH"));
        Put("npm", $"""echo "$*" >> '{CallsFile}'; exec '{Find("npm")}' "$@" """);
    }

    /// <summary>For the environment.</summary>
    public string Value { get; private set; }

    /// <summary>The arguments of each call of npm.</summary>
    public string[] NpmCalls => File.Exists(CallsFile) ? File.ReadAllLines(CallsFile) : [];

    private string CallsFile => Path.Combine(_folder, "calls");

    /// <summary>Takes away what there is of Node.js.</summary>
    public ToolPath WithoutNode()
    {
        File.Delete(Path.Combine(_folder, "npm"));
        foreach (var program in System)
        {
            File.CreateSymbolicLink(Path.Combine(_folder, program), Find(program));
        }

        Value = _folder;
        return this;
    }

    /// <summary>The machine's Node.js, which says that it is another version.</summary>
    public ToolPath WithNode(string version)
    {
        Put("node", $"""[ "$1" = --version ] && echo {version} || exec '{Find("node")}' "$@" """);
        return this;
    }

    /// <summary>An npm that does what the test wants, in the shell's language.</summary>
    public ToolPath WithNpm(string script)
    {
        Put("npm", $"""echo "$*" >> '{CallsFile}'; {script}""");
        return this;
    }

    private void Put(string program, string script)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("The stand-ins are scripts for a Unix shell.");
        }

        var file = Path.Combine(_folder, program);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string Find(string program) => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program))
        .First(File.Exists);
}
