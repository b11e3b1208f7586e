using IpcApp.Internal.Diagnosis.Verification;

namespace IpcApp.Tests.Diagnosis;

/// <summary>The command line of <c>verify</c>, and the line by which a package answers it.</summary>
public sealed class VerifyWishTests
{
    [Fact]
    public void A_path_is_enough()
    {
        var options = VerifyOptions.Parse(["dist/linux-unpacked"])!;

        Assert.Equal(("dist/linux-unpacked", 30, false), (options.Path, options.Timeout.TotalSeconds, options.Json));
        Assert.Empty(options.Arguments);
    }

    [Fact]
    public void Options_may_stand_on_both_sides_and_what_follows_two_dashes_is_the_app_s()
    {
        var options = VerifyOptions.Parse(["--timeout", "5", "my-app", "--json", "--", "--no-sandbox", "--json"])!;

        Assert.Equal(("my-app", 5, true), (options.Path, options.Timeout.TotalSeconds, options.Json));
        Assert.Equal(["--no-sandbox", "--json"], options.Arguments);
    }

    [Theory]
    [InlineData]
    [InlineData("--json")]
    [InlineData("--", "my-app")]
    [InlineData("my-app", "other")]
    [InlineData("my-app", "--timeout")]
    [InlineData("my-app", "--timeout", "0")]
    [InlineData("my-app", "--timeout", "3601")]
    [InlineData("my-app", "--timeout", "soon")]
    [InlineData("my-app", "--quick")]
    public void What_makes_no_sense_is_refused(params string[] args) => Assert.Null(VerifyOptions.Parse(args));

    [Fact]
    public void The_package_s_line_is_known_among_all_others()
    {
        using var good = HelloReport.Parse(HelloReport.Of("app://local/", null, new HelloVersions("45.4.1", null)))!;
        using var bad = HelloReport.Parse(HelloReport.Of(null, new HelloFailure("page", "It is \"gone\"."), null))!;

        Assert.Null(good.Failure);
        Assert.Contains(("page", "app://local/"), good.Facts);
        Assert.Contains(("electron", "45.4.1"), good.Facts);
        Assert.Contains(("chromium", null), good.Facts);
        Assert.Equal(new HelloFailure("page", "It is \"gone\"."), bad.Failure);
        Assert.Null(HelloReport.Parse("info: it goes on"));
        Assert.Null(HelloReport.Parse("""{"ipcappVerify":1,"""));
    }
}
