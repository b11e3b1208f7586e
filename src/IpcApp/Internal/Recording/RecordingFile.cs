using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Recording;

/// <summary>The file of a recording: new, and readable by this user alone.</summary>
internal static class RecordingFile
{
    /// <summary>What the first line of every recording begins with.</summary>
    public const string Mark = "{\"recording\":";

    private const int BufferSize = 64 * 1024;

    /// <param name="path">Relative to the current directory. A recording that is there is replaced, any other file is not touched.</param>
    /// <exception cref="IpcStartupException">The file cannot be made.</exception>
    public static FileStream Create(string path)
    {
        try
        {
            var full = Path.GetFullPath(path);
            if (new FileInfo(full) is { Exists: true } file)
            {
                if (file.LinkTarget is not null || !IsRecording(full))
                {
                    throw Unusable(path, "there is another file of that name. Give another name, or delete the file");
                }

                file.Delete(); // it may be readable by others, and a new one is not
            }

            return new FileStream(full, Options());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unusable(path, $"{e.Message.TrimEnd('.')}. Give the name of a file in a folder that you can write to", e);
        }
    }

    private static FileStreamOptions Options()
    {
        // A program that watches the app may read along.
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            BufferSize = BufferSize,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static bool IsRecording(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[Mark.Length];
        var count = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return count == 0 || System.Text.Encoding.ASCII.GetString(start[..count]) == Mark;
    }

    private static IpcStartupException Unusable(string path, string reason, Exception? inner = null)
        => new($"The setting 'IpcApp:Record' is '{path}', but a recording cannot be written there: {reason}.", ExitCodes.InvalidSetting, inner);
}
