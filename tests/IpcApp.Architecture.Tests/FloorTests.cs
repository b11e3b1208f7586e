using IpcApp.Architecture.Tests.Support;
using IpcApp.Tests.Shared;

namespace IpcApp.Architecture.Tests;

/// <summary>Keeps the floors of the runtime, which <c>docs/internals/architecture.md</c> describes.</summary>
public sealed class FloorTests
{
    private static readonly Lazy<SourceGraph> Runtime = new(() => new SourceGraph(SourceFiles.In("src", "IpcApp")));

    [Fact]
    public void No_file_uses_a_floor_above_its_own() => Assert.Empty(Floors.Violations(Runtime.Value));

    [Fact]
    public void Every_folder_has_a_floor()
    {
        var folders = SourceFiles.In("src", "IpcApp").Keys.Select(Floors.FolderOf).OfType<string>().Distinct();

        Assert.Equal(Floors.Folders.Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_architecture_page_has_the_same_floors()
    {
        var page = File.ReadAllLines(Checkout.PathOf("docs", "internals", "architecture.md"));
        var rows = page.SkipWhile(line => line != "| floor | folders |").Skip(2).TakeWhile(line => line.StartsWith('|'));
        var named = rows.SelectMany(row => row.Split('|')[2].Split('·').Select(part => part.Split('`')[1]));

        Assert.Equal(Floors.Folders, named);
    }

    [Fact]
    public void Files_with_public_types_have_the_floor_that_is_listed()
    {
        var listed = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "public-files.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith('#'));
        var found = Floors.OfPublicFiles(Runtime.Value).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Key} {file.Value}");

        Assert.Equal(listed, found);
    }

    [Fact]
    public void A_use_of_a_higher_floor_is_found()
    {
        var graph = new SourceGraph(new Dictionary<string, string>
        {
            ["Internal/Ground/Low.cs"] = "namespace IpcApp.Internal.Ground; static class Low { public static int Value => Frames.High.Value; }",
            ["Internal/Frames/High.cs"] = "namespace IpcApp.Internal.Frames; static class High { public const int Value = 1; }",
        });

        Assert.Equal(["Internal/Ground/Low.cs (Ground) uses High of Internal/Frames/High.cs (Frames)"], Floors.Violations(graph));
    }

    [Fact]
    public void A_use_of_a_folder_to_the_right_is_found_and_one_to_the_left_is_allowed()
    {
        var graph = new SourceGraph(new Dictionary<string, string>
        {
            ["Internal/Wire/Left.cs"] = "namespace IpcApp.Internal.Wire; class Left { Senders.Right? _right; }",
            ["Internal/Senders/Right.cs"] = "namespace IpcApp.Internal.Senders; class Right : Wire.Left;",
        });

        Assert.Equal(["Internal/Wire/Left.cs (Wire) uses Right of Internal/Senders/Right.cs (Senders)"], Floors.Violations(graph));
    }

    [Fact]
    public void A_use_of_a_public_file_that_uses_a_higher_floor_is_found()
    {
        var graph = new SourceGraph(new Dictionary<string, string>
        {
            ["Internal/Ground/Low.cs"] = "namespace IpcApp.Internal.Ground; class Low { Contents? _contents; }",
            ["Ipc/Contents.cs"] = "namespace IpcApp; public class Contents { internal Internal.Frames.Tree? Tree { get; set; } }",
            ["Internal/Frames/Tree.cs"] = "namespace IpcApp.Internal.Frames; class Tree;",
        });

        Assert.Equal(["Internal/Ground/Low.cs (Ground) uses Contents of Ipc/Contents.cs (Frames)"], Floors.Violations(graph));
    }
}
