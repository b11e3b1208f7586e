using IpcApp.Docs.Tests.Support;
using IpcApp.Tests.Shared;

namespace IpcApp.Docs.Tests;

/// <summary>The links between the pages of the repository.</summary>
public sealed class LinkTests
{
    // GitHub resolves this one against the address of the repository.
    private const string AdvisoryForm = "../../security/advisories/new";

    private static readonly string Index = Checkout.PathOf("docs", "README.md");

    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(Checkout.Root, "*.md").Concat(Directory.EnumerateFiles(Checkout.PathOf(".github"), "*.md"))
            .Concat(Directory.EnumerateFiles(Checkout.PathOf("docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateDirectories(Checkout.PathOf("tests")).SelectMany(folder => Directory.EnumerateFiles(folder, "*.md")))
            .Select(Checkout.RelativePathOf),
    ];

    [Theory, MemberData(nameof(Pages))]
    public void Every_link_leads_to_a_file_and_a_heading(string page)
    {
        var file = Checkout.PathOf(page);

        Assert.All(new MarkdownPage(file).Targets, target => Assert.True(Exists(file, target), target));
    }

    [Theory, MemberData(nameof(Pages))]
    public void Every_link_by_id_is_defined_and_every_definition_is_used(string page)
    {
        var markdown = new MarkdownPage(Checkout.PathOf(page));

        Assert.Equal(markdown.DefinedIds.Order(StringComparer.Ordinal), markdown.UsedIds.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_index_lists_every_page()
    {
        var listed = new MarkdownPage(Index).Targets.Select(target => Path.GetFullPath(Path.Combine(Checkout.PathOf("docs"), target.Split('#')[0])));
        var pages = Directory.EnumerateFiles(Checkout.PathOf("docs"), "*.md", SearchOption.AllDirectories);

        Assert.Empty(pages.Where(page => page != Index).Except(listed).Select(Checkout.RelativePathOf));
    }

    [Theory]
    [InlineData("docs/README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("CHANGELOG.md")]
    [InlineData("SECURITY.md")]
    [InlineData("LICENSE")]
    public void The_readme_leads_to(string page) => Assert.Contains(page, new MarkdownPage(Checkout.PathOf("README.md")).Targets);

    private static bool Exists(string page, string target)
    {
        if (target == AdvisoryForm || Uri.TryCreate(target, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps)
        {
            return true;
        }

        var (path, anchor) = target.Split('#', 2) is [var before, var after] ? (before, after) : (target, null);
        var file = path.Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, path));
        return anchor is null ? Path.Exists(file) : File.Exists(file) && new MarkdownPage(file).Anchors.Contains(anchor);
    }
}
