namespace IpcApp.UnionHandlers;

public sealed record Cat(string Name, int Lives);

public sealed record Dog(string Name, bool Barks);

#if UNIONS
public union Pet(Cat, Dog);

public union Answer(int, string, (int, int));
#else
[System.Runtime.CompilerServices.Union]
public struct Pet : System.Runtime.CompilerServices.IUnion
{
    public Pet(Cat value) => Value = value;

    public Pet(Dog value) => Value = value;

    public object? Value { get; }
}

[System.Runtime.CompilerServices.Union]
public struct Answer : System.Runtime.CompilerServices.IUnion
{
    public Answer(int value) => Value = value;

    public Answer(string value) => Value = value;

    public Answer((int, int) value) => Value = value;

    public object? Value { get; }
}
#endif

/// <summary>Takes unions and gives them.</summary>
public sealed class PetHandler : IIpcHandler
{
    [IpcHandle("pets:get")]
    public Pet Get(bool cat) => cat ? new Pet(new Cat("Tom", 9)) : new Pet(new Dog("Rex", true));

    [IpcHandle("pets:none")]
    public Pet None() => default;

    [IpcHandle("pets:describe")]
    public string Describe(Pet pet) => pet.Value?.ToString() ?? "none";

    [IpcHandle("pets:echo")]
    public Pet[] Echo(List<Pet> pets) => [.. pets];

    [IpcHandle("answers:echo")]
    public Answer Echo(Answer answer) => answer;
}
