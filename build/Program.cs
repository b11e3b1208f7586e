using IpcApp.Build;
using IpcApp.Build.Commands;

const string Usage = """
    dotnet run --project build -- COMMAND

      demo    packs everything, scaffolds an app outside this folder, builds and runs it
      test    runs what every change needs: C#, JavaScript, the template; see also
              test quick            in three minutes, without npm, a browser or native code
              test full             all there is; test full:PART one of its parts
              test ci               test, and one part of test full, by the number of commits
              test NAME [FILTER]    one project, or node; FILTER is a part of the names of tests, or of node's files
      pack    makes the NuGet packages and the template package, in artifacts/packages; for a release its VERSION follows
      parity  brings docs/reference/electron-parity.md up to date with the conformance suite; reports of a run on Electron can follow, one a platform
      values  writes the tables of docs/reference/values.md from the conformance suite
      bench   runs the benchmarks: all, or what follows of chromium, bridge and testing (for the first two also --rounds N)
      mutate  breaks the dispatcher in many small ways and counts how many the tests notice: all its files, or those that follow (an hour)
    """;

try
{
    var repository = Repository.Find();
    switch (args)
    {
        case ["demo"]:
            return await DemoCommand.RunAsync(repository);
        case ["test", .. var which]:
            return await TestCommand.RunAsync(repository, which);
        case ["pack"]:
            return await PackCommand.RunAsync(repository);
        case ["pack", var version]:
            return await PackCommand.RunAsync(repository, version);
        case ["parity", .. var reports]:
            return await PageCommands.WriteParityAsync(repository, reports);
        case ["values"]:
            return await PageCommands.WriteValuesAsync(repository);
        case ["bench", .. var rest]:
            return await BenchCommand.RunAsync(repository, rest);
        case ["mutate", .. var files]:
            return await MutateCommand.RunAsync(repository, files);
        default:
            Console.Error.WriteLine(Usage);
            return args is [] or ["--help"] ? 0 : 2;
    }
}
catch (BuildException e)
{
    Console.Error.WriteLine($"error: {e.Message}");
    return 1;
}
