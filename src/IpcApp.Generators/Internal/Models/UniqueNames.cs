namespace IpcApp.Generators.Internal.Models;

/// <summary>Hands out names, each once: a name that is taken gets a number.</summary>
internal sealed class UniqueNames(StringComparer comparer, params IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, comparer);

    public string Add(string wanted)
    {
        var name = wanted;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = wanted + number;
        }

        return name;
    }
}
