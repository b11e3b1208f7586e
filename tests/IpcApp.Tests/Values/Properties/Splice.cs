namespace IpcApp.Tests.Values.Properties;

/// <summary>Puts a value in the place of another inside a tree.</summary>
internal static class Splice
{
    /// <param name="tree">The tree; it is not changed.</param>
    /// <param name="value">The value.</param>
    /// <param name="place">How many values of the tree come before the one that is replaced; beyond the last nothing is.</param>
    public static IpcValue Replace(IpcValue tree, IpcValue value, int place) => Walk(tree, value, ref place);

    private static IpcValue Walk(IpcValue tree, IpcValue value, ref int place)
    {
        if (place-- == 0)
        {
            return value;
        }

        switch (tree)
        {
            case IpcArray array:
                var elements = new IpcArray();
                foreach (var element in array)
                {
                    elements.Add(Walk(element, value, ref place));
                }

                return elements;
            case IpcSet set:
                var members = new IpcSet();
                foreach (var member in set)
                {
                    members.Add(Walk(member, value, ref place));
                }

                return members;
            case IpcMap map:
                var entries = new IpcMap();
                foreach (var (key, held) in map)
                {
                    var newKey = Walk(key, value, ref place);
                    entries[newKey] = Walk(held, value, ref place);
                }

                return entries;
            case IpcObject plain:
                var properties = new IpcObject();
                foreach (var (name, held) in plain)
                {
                    properties[name] = Walk(held, value, ref place);
                }

                return properties;
            default:
                return tree;
        }
    }
}
