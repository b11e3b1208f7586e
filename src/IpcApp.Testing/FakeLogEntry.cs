using IpcApp.Internal.Ground;
using Microsoft.Extensions.Logging;

namespace IpcApp.Testing;

/// <summary>A line of the app's log.</summary>
/// <param name="Level">How bad it is.</param>
/// <param name="Category">Who wrote it: usually the full name of a type.</param>
/// <param name="Message">What it says, with its values filled in.</param>
/// <param name="Exception">The exception it tells of; null if it tells of none.</param>
/// <remarks>Immutable. Two entries are equal only if they are the same line.</remarks>
public sealed record FakeLogEntry(LogLevel Level, string Category, string Message, Exception? Exception)
{
    /// <summary>Whether it is the very same line: two lines with the same text are two.</summary>
    /// <param name="other">The other line.</param>
    public bool Equals(FakeLogEntry? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>The line as text, with the exception's type and message, without its stack.</summary>
    public override string ToString()
        => $"[{Level}] {Category}: {Message}{Cause()}";

    private string Cause()
    {
        if (Exception is null)
        {
            return "";
        }

        var text = ExceptionText.MessageOf(Exception);
        return Message.Contains(text, StringComparison.Ordinal) ? "" : $" ({Exception.GetType().Name}: {text})";
    }
}
