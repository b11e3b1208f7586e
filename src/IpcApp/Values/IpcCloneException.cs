namespace IpcApp;

/// <summary>A value cannot cross: it has no structured clone, or the bytes that arrived are none.</summary>
/// <remarks><see cref="Exception.Message"/> may be shown to a page. For an unsupported value it is exactly Electron's text
///.</remarks>
public sealed class IpcCloneException : Exception
{
    /// <summary>Electron's text for every value that cannot be cloned.</summary>
    private const string ElectronText = "An object could not be cloned.";

    /// <summary>A value without a structured clone.</summary>
    public IpcCloneException()
        : this(null, innerException: null)
    {
    }

    /// <summary>A value without a structured clone.</summary>
    /// <param name="detail">Where and what it is, for the log; see <see cref="Detail"/>.</param>
    public IpcCloneException(string? detail)
        : this(detail, innerException: null)
    {
    }

    /// <summary>A value without a structured clone.</summary>
    /// <param name="detail">Where and what it is, for the log; see <see cref="Detail"/>.</param>
    /// <param name="innerException">What reading the value threw.</param>
    public IpcCloneException(string? detail, Exception? innerException)
        : base(ElectronText, innerException) => Detail = detail;

    private IpcCloneException(string message, string detail)
        : base(message) => Detail = detail;

    /// <summary>The path to the value and its type, or what is wrong with the bytes: for a log, not for a page. Null if unknown.</summary>
    public string? Detail { get; }

    /// <inheritdoc/>
    public override string ToString()
        => Detail is null || Message.Contains(Detail, StringComparison.Ordinal) ? base.ToString() : $"{Detail}: {base.ToString()}";

    internal static IpcCloneException Malformed(string detail) => new($"The message is not a structured clone: {detail}.", detail);
}
