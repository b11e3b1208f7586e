namespace IpcApp.Conformance.Driver;

/// <summary>A window as it is shown: on real renderers Electron's own members say so.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Width">Its width, with the frame.</param>
/// <param name="Height">Its height, with the frame.</param>
/// <param name="MinWidth">The least width a person can give it; 0 for no limit.</param>
/// <param name="MinHeight">The least height a person can give it; 0 for no limit.</param>
/// <param name="IsVisible">Whether it is shown, or counts as shown where there is no display.</param>
public sealed record ShownWindow(string Title, int Width, int Height, int MinWidth, int MinHeight, bool IsVisible);
