namespace IpcApp;

/// <summary>A page has got another title, which its window shows from now on.</summary>
/// <param name="title">The page's title.</param>
/// <param name="explicitSet">Whether the page set it; false if it was made of the file's address.</param>
public sealed class PageTitleUpdatedEventArgs(string title, bool explicitSet) : EventArgs
{
    /// <summary>The page's title.</summary>
    public string Title { get; } = title;

    /// <summary>Whether the page set it; false if it was made of the file's address.</summary>
    public bool ExplicitSet { get; } = explicitSet;
}
