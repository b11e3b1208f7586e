namespace IpcApp.TestApp.Handlers;

public sealed record Person(string Name, int Age, DateTimeOffset? Born = null);

public sealed class EchoHandler : IIpcHandler
{
    [IpcHandle]
    public IpcValue Value(IpcValue value) => value;

    [IpcHandle]
    public Person Person(Person person) => person with { Age = person.Age + 1 };

    [IpcHandle]
    public int Sum(int a, int b) => a + b;

    [IpcHandle]
    public IReadOnlyList<IpcValue> All(IpcArguments arguments) => [.. arguments];

    [IpcHandle]
    public async Task<int> LaterAsync(int number, int milliseconds)
    {
        await Task.Delay(milliseconds);
        return number;
    }

    [IpcHandle]
    public void Nothing()
    {
    }

    [IpcHandle]
    public string Greet(string name, string greeting = "Hello") => $"{greeting}, {name}!";

    [IpcHandle]
    public int Count(params string[] words) => words.Length;

    [IpcHandle]
    public byte[] Bytes(int length) => Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
}
