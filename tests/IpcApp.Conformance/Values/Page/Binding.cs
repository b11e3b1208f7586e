using System.Text.Json;
using IpcApp.Internal.Codec;

namespace IpcApp.Conformance.Values.Page;

/// <summary>What binds to what, found by trying.</summary>
internal static class Binding
{
    private static readonly IpcSerializer Serializer = new(new IpcSerializerOptions());

    public static bool Binds(IpcValue value, Type type)
    {
        try
        {
            Serializer.Convert(value, type, "a value of the table");
            return true;
        }
        catch (IpcBindingException)
        {
            return false;
        }
    }

    /// <summary>A value as JSON; the word "refused" if JSON cannot say it.</summary>
    public static string ShowJson(IpcValue value)
    {
        try
        {
            return Markdown.Code(Serializer.Convert<JsonElement>(value, "a value of the table").GetRawText());
        }
        catch (IpcBindingException)
        {
            return "refused";
        }
    }
}
