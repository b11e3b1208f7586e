namespace IpcApp.Conformance.Values.Page;

/// <summary><c>docs/reference/values.md</c> cannot drift from the suite. With <c>IPCAPP_WRITE_VALUES=1</c> its tables are written instead.</summary>
public sealed class ValuePageTests
{
    [Fact]
    public void The_tables_are_those_of_the_suite()
    {
        var page = ValuePage.Read();
        var wanted = ValuePage.Update(page);
        if (Environment.GetEnvironmentVariable("IPCAPP_WRITE_VALUES") == "1")
        {
            File.WriteAllText(ValuePage.Location, wanted);
            return;
        }

        Assert.True(page == wanted, $"{ValuePage.Location} differs from the suite. 'dotnet run --project build -- values' writes its tables.");
    }
}
