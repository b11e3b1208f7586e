using System.Text.Json;
using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Desktop;

/// <summary>Writes a menu as Electron takes it, and numbers the items that C# hears of.</summary>
internal sealed class MenuWriter(Utf8JsonWriter json, Func<MenuItem, uint> numberOf)
{
    public void Write(string name, IReadOnlyList<MenuItem> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            WriteItem(item);
        }

        json.WriteEndArray();
    }

    /// <summary>Electron's own checks, with its words, so that a fake renderer refuses what Electron refuses.</summary>
    /// <exception cref="ArgumentException">An item is not possible.</exception>
    public static void Check(IReadOnlyList<MenuItem> items)
    {
        foreach (var item in items)
        {
            if (item is { Label: null, Role: null, Type: not MenuItemType.Separator })
            {
                throw new ArgumentException("Invalid template for MenuItem: must have at least one of label, role or type");
            }

            if (item is { Type: MenuItemType.Submenu, Submenu: null, Role: null })
            {
                throw new ArgumentException("Invalid submenu");
            }

            Check(item.Submenu ?? []);
        }
    }

    private void WriteItem(MenuItem item)
    {
        json.WriteStartObject();
        json.WriteOptional("id", item.Id);
        json.WriteOptional("label", item.Label);
        json.WriteOptional("role", item.Role);
        json.WriteOptional("accelerator", item.Accelerator);
        json.WriteOptional("type", item.Type?.ToString().ToLowerInvariant());
        json.WriteBoolean("enabled", item.Enabled);
        json.WriteBoolean("visible", item.Visible);
        json.WriteBoolean("checked", item.Checked);
        if (item.Click is not null)
        {
            json.WriteNumber("command", numberOf(item));
        }

        if (item.Submenu is { } submenu)
        {
            Write("submenu", submenu);
        }

        json.WriteEndObject();
    }
}
