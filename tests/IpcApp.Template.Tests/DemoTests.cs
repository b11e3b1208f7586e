using IpcApp.Build.Demo;
using IpcApp.Template.Tests.Support;

namespace IpcApp.Template.Tests;

public sealed class DemoTests(TemplateFixture template)
{
    [Fact]
    public async Task The_page_of_a_scaffold_gets_every_answer_from_CSharp()
    {
        var app = new DemoApp((await template.NewScaffoldAsync("My.App")).Folder);
        var results = template.NewFolder();

        await app.BuildAsync();

        Assert.True(await app.OperateAsync(template.Packed.Version, results));
        Assert.True(new FileInfo(Path.Combine(results, DemoAnswers.ScreenshotName)).Length > 10_000);
    }
}
