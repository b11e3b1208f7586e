namespace IpcApp;

/// <summary>What a menu item looks like.</summary>
public enum MenuItemType
{
    /// <summary>A line of text.</summary>
    Normal,

    /// <summary>A line between items.</summary>
    Separator,

    /// <summary>Opens further items.</summary>
    Submenu,

    /// <summary>Is on or off, by itself.</summary>
    Checkbox,

    /// <summary>Is on or off, one of its neighbours.</summary>
    Radio,
}
