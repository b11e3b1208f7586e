namespace IpcApp.Internal.Codec.Converters;

/// <summary>What a value is, to begin an error text with: <c>argument 1 ('note')</c>. A text only where there is an error.</summary>
/// <param name="Index">The argument's place, from 0.</param>
/// <param name="Name">The parameter's name, if there is one.</param>
/// <param name="Text">The whole text, where the value is no argument.</param>
internal readonly record struct ValueOrigin(int Index, string? Name, string? Text = null)
{
    public static implicit operator ValueOrigin(string text) => new(0, null, text);

    public override string ToString()
        => Text ?? (Name is null ? $"argument {Index + 1}" : $"argument {Index + 1} ('{Name}')");
}
